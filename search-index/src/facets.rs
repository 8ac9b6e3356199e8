//! Counts per value over all that match, read from columns in one pass; of positions that are shown as one, one
//! counts.

use std::collections::HashMap;

use rustc_hash::{FxHashMap, FxHashSet};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::Facets;
use crate::division::trimmed;
use crate::document::shift_of;
use crate::schema::column;

/// Lower edges of the pay facet, in fen per month.
const PAY_EDGES: [i64; 5] = [0, 300_000, 500_000, 800_000, 1_200_000];
/// Values of one facet that are given back; a province has fewer counties.
const VALUES_MAX: usize = 200;

/// What one pass over all that match finds.
pub(crate) struct Overview {
    /// Groups of duplicates count once.
    pub total: usize,
    pub facets: Facets,
    /// Those for which another of their group stands.
    pub hidden: FxHashSet<DocAddress>,
}

/// A match that belongs to a group of duplicates.
#[derive(Clone, Copy)]
pub(crate) struct Grouped {
    group: u64,
    /// The newest stands for its group; equals go by place in the index.
    standing: (i64, DocAddress),
    values: Values,
}

/// The facets' values of one match.
#[derive(Clone, Copy)]
pub(crate) struct Values {
    region: Option<u64>,
    degree: Option<u64>,
    shift: Option<u64>,
    pay: Option<i64>,
}

/// Counts regions, degrees, shifts and pay.
pub(crate) struct FacetCollector {
    region_column: &'static str,
    region_digits: usize,
}

impl FacetCollector {
    /// Counties; the streets of a county where the search is within one.
    pub fn new(region: Option<&str>) -> Self {
        let is_in_county = region.and_then(trimmed).is_some_and(|region| region.len() >= 6);
        let (region_column, region_digits) = if is_in_county { (column::STREET, 9) } else { (column::COUNTY, 6) };
        FacetCollector { region_column, region_digits }
    }
}

/// Plain counts per stored value.
#[derive(Default)]
pub(crate) struct Counts {
    total: usize,
    region: HashMap<u64, usize>,
    degree: HashMap<u64, usize>,
    shift: HashMap<u64, usize>,
    pay: [usize; PAY_EDGES.len()],
    /// Not counted yet: others of the group may lie in another segment.
    grouped: Vec<Grouped>,
}

impl Counts {
    fn count(&mut self, values: Values) {
        self.total += 1;
        let columns =
            [(values.region, &mut self.region), (values.degree, &mut self.degree), (values.shift, &mut self.shift)];
        for (value, counts) in columns {
            if let Some(value) = value {
                *counts.entry(value).or_default() += 1;
            }
        }
        let Some(pay) = values.pay else { return };
        for (edge, count) in std::iter::zip(PAY_EDGES, &mut self.pay) {
            *count += usize::from(pay >= edge);
        }
    }

    /// Counts each group once; gives those that are not shown. Members agree in all that is counted but pay, where
    /// the best of them is found by a filter, too.
    fn count_groups(&mut self) -> FxHashSet<DocAddress> {
        let grouped = std::mem::take(&mut self.grouped);
        let mut groups: FxHashMap<u64, Grouped> = FxHashMap::default();
        for one in &grouped {
            let known = groups.entry(one.group).or_insert(*one);
            let pay = known.values.pay.max(one.values.pay);
            if one.standing > known.standing {
                *known = *one;
            }
            known.values.pay = pay;
        }
        groups.values().for_each(|standing| self.count(standing.values));
        let stands = |one: &Grouped| groups[&one.group].standing == one.standing;
        grouped.iter().filter(|one| !stands(one)).map(|one| one.standing.1).collect()
    }
}

pub(crate) struct SegmentCounts {
    ordinal: SegmentOrdinal,
    region: Option<Column<u64>>,
    degree: Option<Column<u64>>,
    shift: Option<Column<u64>>,
    pay: Option<Column<i64>>,
    /// `None` where nothing in the segment has a group.
    group: Option<Column<u64>>,
    published: Option<Column<i64>>,
    counts: Counts,
}

impl Collector for FacetCollector {
    type Fruit = Overview;
    type Child = SegmentCounts;

    fn for_segment(&self, ordinal: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentCounts> {
        let fast = segment.fast_fields();
        let group = fast.column_opt(column::DUPLICATES)?;
        Ok(SegmentCounts {
            ordinal,
            region: fast.column_opt(self.region_column)?,
            degree: fast.column_opt(column::DEGREE)?,
            shift: fast.column_opt(column::SHIFT)?,
            pay: fast.column_opt(column::PAY)?,
            group: group.filter(|group: &Column<u64>| group.values.num_vals() > 0),
            published: fast.column_opt(column::PUBLISHED)?,
            counts: Counts::default(),
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Counts>) -> tantivy::Result<Overview> {
        let mut all = Counts::default();
        for counts in segments {
            all.total += counts.total;
            all.grouped.extend(counts.grouped);
            add(&mut all.region, counts.region);
            add(&mut all.degree, counts.degree);
            add(&mut all.shift, counts.shift);
            for (sum, count) in std::iter::zip(&mut all.pay, counts.pay) {
                *sum += count;
            }
        }
        let hidden = all.count_groups();
        let region = all.region.into_iter();
        let region = region.map(|(code, count)| (format!("{code:0width$}", width = self.region_digits), count));
        let shift = all.shift.into_iter();
        let shift = shift.filter_map(|(number, count)| Some((shift_of(number)?, count)));
        let facets = Facets {
            region: most_first(region.collect(), |code| code.clone()),
            degree: most_first(up_to_each(all.degree), |degree| *degree),
            shift: most_first(shift.collect(), |shift| crate::document::shift_number(*shift)),
            pay: most_first(std::iter::zip(PAY_EDGES, all.pay).filter(|(_, count)| *count > 0).collect(), |edge| *edge),
        };
        Ok(Overview { total: all.total, facets, hidden })
    }
}

impl SegmentCollector for SegmentCounts {
    type Fruit = Counts;

    fn collect(&mut self, doc: DocId, _: Score) {
        let value = |column: &Option<Column<u64>>| column.as_ref().and_then(|column| column.first(doc));
        let values = Values {
            region: value(&self.region),
            degree: value(&self.degree),
            shift: value(&self.shift),
            pay: self.pay.as_ref().and_then(|column| column.first(doc)),
        };
        match value(&self.group) {
            None => self.counts.count(values),
            Some(group) => {
                let published = self.published.as_ref().and_then(|column| column.first(doc)).unwrap_or(i64::MIN);
                let standing = (published, DocAddress::new(self.ordinal, doc));
                self.counts.grouped.push(Grouped { group, standing, values });
            }
        }
    }

    fn harvest(self) -> Counts {
        self.counts
    }
}

fn add(sum: &mut HashMap<u64, usize>, counts: HashMap<u64, usize>) {
    for (value, count) in counts {
        *sum.entry(value).or_default() += count;
    }
}

/// For each degree asked anywhere, the positions that ask at most that.
fn up_to_each(counts: HashMap<u64, usize>) -> Vec<(u8, usize)> {
    let mut degrees: Vec<(u64, usize)> = counts.into_iter().collect();
    degrees.sort_unstable();
    let mut sum = 0;
    let mut up_to = |(degree, count): (u64, usize)| {
        sum += count;
        (degree as u8, sum)
    };
    degrees.drain(..).map(&mut up_to).collect()
}

/// Most first, equals by value, so that the order is always the same.
fn most_first<T, K: Ord>(mut counts: Vec<(T, usize)>, key: impl Fn(&T) -> K) -> Vec<(T, usize)> {
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| key(&a.0).cmp(&key(&b.0))));
    counts.truncate(VALUES_MAX);
    counts
}
