//! What the first look makes of one document: for those who want to see it beside the score.

use serde::Serialize;
use tantivy::collector::DocSetCollector;

use crate::explain::PreparedSeeker;
use crate::glance::{Judge, SeekerQuestion, VacancyQuestion, expected_at};
use crate::query::term;
use crate::schema::{PERSON, POSITION, key};
use crate::{Error, Index, Lexicon, Seeker, Vacancy};

/// The first look's answer about one pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Estimate {
    /// The index does not hold the document.
    Absent,
    /// A hard requirement is known to fail, or the position has run out.
    RuledOut,
    /// Too little is known for a number.
    NoNumber,
    /// Hundredths of the fit to be expected.
    Fit { expected_fit: u32 },
}

impl Index {
    /// The estimate for the position with this id; its score is [`crate::explain`]'s.
    pub fn estimate_position(&self, seeker: &Seeker, id: &str, today_day: i32) -> Result<Estimate, Error> {
        let scale = Lexicon::get().weighed(self.weights());
        self.estimate(SeekerQuestion::new(&PreparedSeeker::new(scale, seeker, today_day)), &key(POSITION, id))
    }

    /// The same for the person with this id.
    pub fn estimate_person(&self, vacancy: &Vacancy, id: &str, today_day: i32) -> Result<Estimate, Error> {
        let scale = Lexicon::get().weighed(self.weights());
        self.estimate(VacancyQuestion::new(scale, vacancy, today_day), &key(PERSON, id))
    }

    fn estimate(&self, judge: impl Judge, key: &str) -> Result<Estimate, Error> {
        let seen = self.seen();
        let found = seen.searcher.search(&term(self.fields().key, key), &DocSetCollector)?;
        let Some(at) = found.into_iter().next() else { return Ok(Estimate::Absent) };
        Ok(match expected_at(&judge, &seen, at).map(|expected| expected.fit) {
            Some(fit) if fit > 0.0 => Estimate::Fit { expected_fit: (fit * 100.0).round() as u32 },
            Some(_) => Estimate::NoNumber,
            None => Estimate::RuledOut,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Change, expected_fit, explain};

    const TODAY: i32 = 20_000;

    fn driver() -> (Seeker, Vacancy) {
        let seeker = Seeker {
            id: "p".into(),
            titles: vec!["货车司机".into()],
            division: Some("320382".into()),
            degree: Some(2),
            ..Seeker::default()
        };
        let vacancy = Vacancy {
            id: "v".into(),
            title: "货车司机".into(),
            division: Some("320382".into()),
            pay_fen_month: Some((600_000, 800_000)),
            ..Vacancy::default()
        };
        (seeker, vacancy)
    }

    #[test]
    fn each_answer_is_told_apart_both_ways() {
        let index = Index::in_memory().unwrap();
        let (seeker, vacancy) = driver();
        let high = Vacancy { id: "high".into(), degree_min: Some(5), ..vacancy.clone() };
        let silent = Vacancy { id: "silent".into(), ..Vacancy::default() };
        let put = |vacancy: &Vacancy| Change::PutPosition(Box::new(vacancy.clone()));
        index
            .apply(&[put(&vacancy), put(&high), put(&silent), Change::PutPerson(Box::new(seeker.clone()))], 1)
            .unwrap();
        let position = |id: &str| index.estimate_position(&seeker, id, TODAY).unwrap();
        assert_eq!(position("nobody"), Estimate::Absent);
        assert_eq!(position("high"), Estimate::RuledOut);
        assert_eq!(position("silent"), Estimate::NoNumber);
        let exact = expected_fit(&explain(Lexicon::get(), &seeker, &vacancy, TODAY)).unwrap();
        for estimate in [position("v"), index.estimate_person(&vacancy, "p", TODAY).unwrap()] {
            let Estimate::Fit { expected_fit } = estimate else { panic!("{estimate:?}") };
            assert!(expected_fit.abs_diff(exact) <= 100, "{expected_fit} {exact}");
        }
        assert_eq!(index.estimate_person(&high, "p", TODAY).unwrap(), Estimate::RuledOut);
        assert_eq!(index.estimate_person(&vacancy, "nobody", TODAY).unwrap(), Estimate::Absent);
    }
}
