//! Who may do what, in one table: role × action → scope.
//!
//! It is read by the gate, by every write action, by the matrix test and by the documentation. What
//! is not in it is refused.

use crate::coded;

coded! {
    /// 角色
    pub enum Role {
        /// 退役军人
        Veteran = "veteran",
        /// 军属（随军配偶）
        Spouse = "spouse",
        /// 用人单位经办人
        EmployerRepresentative = "employer_representative",
        /// 就业创业导师
        Mentor = "mentor",
        /// 招聘会组织者
        Organizer = "organizer",
        /// 服务站工作人员
        StationOfficer = "station_officer",
        /// 财务经办
        FinanceMaker = "finance_maker",
        /// 财务复核
        FinanceChecker = "finance_checker",
        /// 系统管理员
        SystemAdministrator = "system_administrator",
        /// 安全管理员
        SecurityAdministrator = "security_administrator",
        /// 审计员
        Auditor = "auditor",
    }
}

coded! {
    /// Everything somebody may be allowed to do.
    pub enum Action {
        ReadSession = "read_session",
        SignUp = "sign_up",
        SignIn = "sign_in",
        SignOut = "sign_out",
        ChangePassword = "change_password",
        ManageTokens = "manage_tokens",
        SaveView = "save_view",
        AskGrant = "ask_grant",
        ReadAccounts = "read_accounts",
        DecideGrant = "decide_grant",
        DisableAccount = "disable_account",
        IssuePasswordCode = "issue_password_code",
        ReadJobs = "read_jobs",
        RetryJob = "retry_job",
        ReadJournal = "read_journal",
        ReadStations = "read_stations",
        EditStation = "edit_station",
        ReadSpecialities = "read_specialities",
        ProposeSpeciality = "propose_speciality",
        ReviewSpeciality = "review_speciality",
        SearchPositions = "search_positions",
        ReadPosition = "read_position",
        ReadEnterprise = "read_enterprise",
        ReadDictionary = "read_dictionary",
        ReadOwnProfile = "read_own_profile",
        EditOwnProfile = "edit_own_profile",
        ReadOwnMatches = "read_own_matches",
        MarkPosition = "mark_position",
        SaveSearch = "save_search",
        ReadDesk = "read_desk",
        ReadPeople = "read_people",
        EnterPerson = "enter_person",
        VerifyPerson = "verify_person",
        RevealPerson = "reveal_person",
        IssuePersonCode = "issue_person_code",
        ReadPersonMatches = "read_person_matches",
        ExamineMatch = "examine_match",
        DecideWeights = "decide_weights",
        RegisterOrganisation = "register_organisation",
        ReadOrganisations = "read_organisations",
        EditOrganisation = "edit_organisation",
        VerifyOrganisation = "verify_organisation",
        ApproveRepresentative = "approve_representative",
        EditMembership = "edit_membership",
        ReadOwnPositions = "read_own_positions",
        EditPosition = "edit_position",
        ReadCandidates = "read_candidates",
        ImportPositions = "import_positions",
        ImportPeople = "import_people",
        ExportPositions = "export_positions",
        ExportPeople = "export_people",
    }
}

/// Over what a role may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What belongs to the account itself.
    Own,
    /// What belongs to the grant's organisation.
    Organisation,
    /// What lies in the grant's division.
    District,
    All,
}

/// Who an entry of the table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not.
    Anyone,
    /// Every account.
    SignedIn,
    Role(Role),
}

use Reach::{All, District, Organisation, Own};
use Who::{Anyone, SignedIn};

const SEEKERS: [Who; 2] = [Who::Role(Role::Veteran), Who::Role(Role::Spouse)];
const VETERAN: (Who, Reach) = (SEEKERS[0], Own);
const SPOUSE: (Who, Reach) = (SEEKERS[1], Own);
const EMPLOYER: (Who, Reach) = (Who::Role(Role::EmployerRepresentative), Organisation);
const OFFICER: (Who, Reach) = (Who::Role(Role::StationOfficer), District);
/// For what the whole bureau shares and no division has of its own.
const ANY_OFFICER: (Who, Reach) = (Who::Role(Role::StationOfficer), All);
const SYSTEM_ADMIN: (Who, Reach) = (Who::Role(Role::SystemAdministrator), All);
const SECURITY_ADMIN: (Who, Reach) = (Who::Role(Role::SecurityAdministrator), All);
const AUDITOR: (Who, Reach) = (Who::Role(Role::Auditor), All);

/// The table. One arm per action, so a new action does not compile until it is decided here.
pub fn table(action: Action) -> &'static [(Who, Reach)] {
    match action {
        Action::ReadSession | Action::SignUp | Action::SignIn => &[(Anyone, Own)],
        Action::SignOut | Action::ChangePassword | Action::ManageTokens => &[(SignedIn, Own)],
        Action::AskGrant | Action::SaveView => &[(SignedIn, Own)],
        Action::ReadAccounts | Action::DecideGrant | Action::DisableAccount | Action::IssuePasswordCode => {
            &[SECURITY_ADMIN]
        }
        Action::ReadJobs | Action::RetryJob | Action::EditStation => &[SYSTEM_ADMIN],
        Action::ExamineMatch | Action::DecideWeights => &[SYSTEM_ADMIN],
        // Who wrote a change and who accepts it are two people, whatever their roles.
        Action::ReadSpecialities | Action::ProposeSpeciality | Action::ReviewSpeciality => &[ANY_OFFICER, SYSTEM_ADMIN],
        Action::ReadJournal => &[AUDITOR],
        Action::SearchPositions | Action::ReadPosition | Action::ReadEnterprise => &[(Anyone, All)],
        Action::ReadDictionary | Action::ReadStations => &[(Anyone, All)],
        Action::ReadOwnProfile | Action::EditOwnProfile | Action::ReadOwnMatches => &[VETERAN, SPOUSE],
        Action::MarkPosition | Action::SaveSearch => &[VETERAN, SPOUSE],
        Action::ReadPeople | Action::EnterPerson | Action::VerifyPerson | Action::RevealPerson => &[OFFICER],
        Action::IssuePersonCode | Action::ReadDesk => &[OFFICER],
        Action::ReadPersonMatches | Action::ImportPeople | Action::ExportPeople => &[OFFICER],
        Action::RegisterOrganisation => &[(SignedIn, Own)],
        Action::ReadOrganisations => &[EMPLOYER, OFFICER],
        Action::EditOrganisation => &[EMPLOYER],
        Action::VerifyOrganisation | Action::ApproveRepresentative | Action::EditMembership => &[OFFICER],
        Action::ReadOwnPositions | Action::ExportPositions => &[EMPLOYER, OFFICER],
        Action::EditPosition | Action::ReadCandidates => &[EMPLOYER],
        Action::ImportPositions => &[EMPLOYER, OFFICER],
    }
}

impl Role {
    /// Roles that serve, not seek: they belong to the bureau's staff.
    pub fn is_staff(self) -> bool {
        !matches!(self, Role::Veteran | Role::Spouse | Role::EmployerRepresentative | Role::Mentor)
    }

    /// Roles that need two security administrators to be given.
    pub fn needs_second_approval(self) -> bool {
        matches!(
            self,
            Role::FinanceMaker
                | Role::FinanceChecker
                | Role::SystemAdministrator
                | Role::SecurityAdministrator
                | Role::Auditor
        )
    }

    /// Whether the grant of this role has to name a division, or an organisation.
    pub fn reach(self) -> Reach {
        match self {
            Role::StationOfficer => District,
            Role::EmployerRepresentative => Organisation,
            Role::Veteran | Role::Spouse | Role::Mentor | Role::Organizer => Own,
            _ => All,
        }
    }

    /// Whether one person may hold both: no maker is a checker, an auditor is nothing else, nobody in
    /// finance administers, and no administrator administers twice (GB/T 22239-2019, 8.1.5).
    pub fn incompatible(self, other: Role) -> bool {
        let administers = |role| matches!(role, Role::SystemAdministrator | Role::SecurityAdministrator);
        let finance = |role| matches!(role, Role::FinanceMaker | Role::FinanceChecker);
        if self == other {
            return false;
        }
        self == Role::Auditor
            || other == Role::Auditor
            || finance(self) && (finance(other) || administers(other))
            || administers(self) && (finance(other) || administers(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn incompatibility_is_mutual_and_holds_for_every_pair_the_law_names() {
        for &one in Role::ALL {
            assert!(!one.incompatible(one));
            for &other in Role::ALL {
                assert_eq!(one.incompatible(other), other.incompatible(one), "{one} and {other}");
            }
        }
        assert!(Role::FinanceMaker.incompatible(Role::FinanceChecker));
        assert!(Role::Auditor.incompatible(Role::Veteran));
        assert!(Role::SystemAdministrator.incompatible(Role::SecurityAdministrator));
        assert!(!Role::StationOfficer.incompatible(Role::Organizer));
    }

    #[test]
    fn nobody_audits_and_acts() {
        for &action in Action::ALL {
            let auditor = table(action).iter().any(|(who, _)| *who == Who::Role(Role::Auditor));
            assert!(!auditor || table(action).len() == 1, "{action}: an auditor only reads what nobody else needs");
        }
    }
}
