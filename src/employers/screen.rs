//! (being written)
pub struct Rule { pub law: &'static str, pub instead: &'static str }
#[derive(Clone, Copy)] pub struct Kind; impl Kind { pub fn code(self) -> &'static str { "" } pub fn rule(self) -> Rule { Rule { law: "", instead: "" } } }
pub struct Finding { pub kind: Kind, pub matched: String }
pub fn unlawful(_: &str) -> Vec<Finding> { Vec::new() }
