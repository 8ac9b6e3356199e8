//! Where the documents of a segment stand: by the group of their work, then by their city, so that a look goes
//! to those it asks for and to no others.

use std::ops::RangeInclusive;

use tantivy::DocId;

use super::names::Names;

/// The number of those that name no city, or no work that an occupation stands for.
pub(crate) const UNKNOWN: u16 = 0;
/// All cities.
pub(crate) const EVERYWHERE: RangeInclusive<u16> = UNKNOWN..=u16::MAX;

/// Documents in compartments.
pub(crate) struct Shelf {
    /// Group and city of each compartment, sorted.
    compartments: Vec<u32>,
    /// Where the documents of each begin; one more than there are compartments.
    starts: Vec<u32>,
    docs: Vec<DocId>,
}

/// The compartments of one document.
pub(super) struct Standing {
    pub groups: Vec<u16>,
    pub cities: Vec<u16>,
}

/// The number of an occupation's group.
pub(crate) fn group_number(names: &Names, occupation: usize) -> u16 {
    names.group(occupation) as u16 + 1
}

/// The number of a city by the first four digits of its code.
pub(crate) fn city_number(head: Option<u64>) -> u16 {
    head.and_then(|head| u16::try_from(head).ok()).unwrap_or(UNKNOWN)
}

fn compartment(group: u16, city: u16) -> u32 {
    u32::from(group) << 16 | u32::from(city)
}

impl Shelf {
    /// A document stands in every one of its groups in every one of its cities, or where none is known.
    pub(super) fn new(all: impl Iterator<Item = (DocId, Standing)>) -> Shelf {
        let mut places: Vec<(u32, DocId)> = Vec::new();
        for (doc, Standing { mut groups, mut cities }) in all {
            for list in [&mut groups, &mut cities] {
                list.sort_unstable();
                list.dedup();
                if list.is_empty() {
                    list.push(UNKNOWN);
                }
            }
            for group in groups {
                places.extend(cities.iter().map(|city| (compartment(group, *city), doc)));
            }
        }
        places.sort_unstable();
        let (mut compartments, mut starts) = (Vec::new(), Vec::new());
        for (at, (compartment, _)) in places.iter().enumerate() {
            if compartments.last() != Some(compartment) {
                compartments.push(*compartment);
                starts.push(at as u32);
            }
        }
        starts.push(places.len() as u32);
        Shelf { compartments, starts, docs: places.into_iter().map(|(_, doc)| doc).collect() }
    }

    /// Documents of a group in these cities; those in several of its compartments come several times.
    pub fn docs(&self, group: u16, cities: &RangeInclusive<u16>) -> &[DocId] {
        let at = |key: u32| self.compartments.partition_point(|one| *one < key);
        let (first, last) = (compartment(group, *cities.start()), compartment(group, *cities.end()));
        let (from, to) = (at(first), at(last.saturating_add(1)));
        &self.docs[self.starts[from] as usize..self.starts[to] as usize]
    }

    /// The groups in which anything stands.
    pub fn groups(&self) -> impl Iterator<Item = u16> {
        self.compartments.chunk_by(|one, other| one >> 16 == other >> 16).map(|chunk| (chunk[0] >> 16) as u16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_stand_where_they_are_looked_for() {
        let standing = |groups: &[u16], cities: &[u16]| Standing { groups: groups.to_vec(), cities: cities.to_vec() };
        let all =
            [standing(&[7], &[3203]), standing(&[7, 2, 7], &[3301, 3203]), standing(&[], &[]), standing(&[7], &[])];
        let shelf = Shelf::new((0..).zip(all));
        let check = |group: u16, cities: RangeInclusive<u16>, expected: &[DocId]| {
            assert_eq!(shelf.docs(group, &cities), expected, "{group} {cities:?}");
        };
        check(7, EVERYWHERE, &[3, 0, 1, 1]);
        check(7, 3203..=3203, &[0, 1]);
        check(7, 3200..=3299, &[0, 1]);
        check(7, UNKNOWN..=UNKNOWN, &[3]);
        check(2, 3301..=3301, &[1]);
        check(UNKNOWN, EVERYWHERE, &[2]);
        check(u16::MAX, EVERYWHERE, &[]);
        assert_eq!(shelf.groups().collect::<Vec<_>>(), [UNKNOWN, 2, 7]);
        assert!(Shelf::new(std::iter::empty()).docs(7, &EVERYWHERE).is_empty());
    }
}
