//! Who is asking, and over what they may act.

use crate::error::{Code, Result};
use crate::store::journal::Author;
use crate::types::id::{AccountId, GrantId, OrganisationId, SessionId};

use super::permissions::{Action, Reach, Role, Who, table};

/// Who is asking: an account with what it holds, nobody in particular, or the system itself.
#[derive(Clone, Debug, Default)]
pub struct Actor {
    pub account: Option<AccountId>,
    pub session: Option<SessionId>,
    pub holdings: Vec<Holding>,
    system: bool,
}

/// An active grant, as far as permission needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    pub grant: Option<GrantId>,
    pub role: Role,
    pub organisation: Option<OrganisationId>,
    pub district: Option<String>,
}

/// What an action may touch. Every query starts from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    pub all: bool,
    /// Division codes; each includes what lies below it.
    pub districts: Vec<String>,
    pub organisations: Vec<OrganisationId>,
    pub account: Option<AccountId>,
}

impl Actor {
    pub fn anyone() -> Actor {
        Actor::default()
    }

    /// The system itself: the command line and jobs. Never made from a request.
    pub fn system() -> Actor {
        Actor { system: true, ..Actor::default() }
    }

    pub fn new(account: AccountId, session: Option<SessionId>, holdings: Vec<Holding>) -> Actor {
        Actor { account: Some(account), session, holdings, system: false }
    }

    /// What this actor may do with `action`: the scope, or a refusal.
    pub fn may(&self, action: Action) -> Result<Scope> {
        if self.system {
            return Ok(Scope { all: true, ..Scope::default() });
        }
        let mut allowed = false;
        let mut scope = Scope::default();
        for (who, reach) in table(action) {
            match who {
                Who::Anyone => {
                    allowed = true;
                    scope.add(self, None, *reach);
                }
                Who::SignedIn if self.account.is_some() => {
                    allowed = true;
                    scope.add(self, None, *reach);
                }
                Who::SignedIn => {}
                Who::Role(role) => {
                    for holding in self.holdings.iter().filter(|holding| holding.role == *role) {
                        allowed = true;
                        scope.add(self, Some(holding), *reach);
                    }
                }
            }
        }
        match (allowed, self.account) {
            (true, _) => Ok(scope),
            (false, None) => Err(Code::NotSignedIn.into()),
            (false, Some(_)) => Err(Code::Forbidden.into()),
        }
    }

    pub fn holds(&self, role: Role) -> bool {
        self.holdings.iter().any(|holding| holding.role == role)
    }

    pub fn roles(&self) -> Vec<Role> {
        self.holdings.iter().map(|holding| holding.role).collect()
    }

    /// The account, for what belongs to one.
    pub fn account(&self) -> Result<AccountId> {
        self.account.ok_or_else(|| Code::NotSignedIn.into())
    }

    pub fn author(&self) -> Author {
        Author(self.account)
    }
}

impl Scope {
    fn add(&mut self, actor: &Actor, holding: Option<&Holding>, reach: Reach) {
        match reach {
            Reach::All => self.all = true,
            Reach::Own => self.account = actor.account,
            Reach::Organisation => self.organisations.extend(holding.and_then(|holding| holding.organisation)),
            Reach::District => self.districts.extend(holding.and_then(|holding| holding.district.clone())),
        }
    }

    pub fn covers_division(&self, code: &str) -> bool {
        self.all || self.districts.iter().any(|district| code.starts_with(district.as_str()))
    }

    pub fn covers_organisation(&self, id: OrganisationId) -> bool {
        self.all || self.organisations.contains(&id)
    }
}
