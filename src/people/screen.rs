//! (being written)
pub struct Finding; impl Finding { pub fn matched<'a>(&self, text: &'a str) -> &'a str { text } }
pub fn unit_designations(_: &str) -> Vec<Finding> { Vec::new() }
