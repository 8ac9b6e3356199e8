//! What one does in an occupation (主要工作任务), for people who choose one. No score reads it.

use std::collections::{HashMap, HashSet};

use crate::dictionary::{BadRow, rows, values};
use crate::occupations::Occupations;

/// Tasks by the code of their occupation.
pub(crate) struct Tasks {
    by_code: HashMap<&'static str, Vec<&'static str>>,
}

impl Tasks {
    /// Refuses a code that is unknown, a group, twice or out of order, and tasks that are none, twice or end with
    /// a stop.
    pub fn read(text: &'static str, occupations: &Occupations) -> Result<Tasks, BadRow> {
        let mut all = Tasks { by_code: HashMap::new() };
        let mut last = "";
        for row in rows::<2>("occupation_tasks.tsv", text)? {
            let [code, tasks] = row.columns;
            if occupations.by_code(code).is_none_or(|one| one.definition.is_empty()) {
                return Err(row.bad(format!("{code} is no occupation of occupations.tsv")));
            }
            if code <= last {
                return Err(row.bad(format!("{code} stands twice or out of order")));
            }
            last = code;
            let tasks: Vec<&str> = values(tasks).collect();
            let mut seen = HashSet::new();
            if let Some(task) = tasks.iter().find(|task| task.ends_with(['。', '；']) || !seen.insert(**task)) {
                return Err(row.bad(format!("{task} stands twice or ends with a stop")));
            }
            if tasks.is_empty() {
                return Err(row.bad("no tasks"));
            }
            all.by_code.insert(code, tasks);
        }
        Ok(all)
    }

    /// None where the classification lists none.
    pub fn of(&self, code: &str) -> &[&'static str] {
        self.by_code.get(code).map_or(&[], Vec::as_slice)
    }
}
