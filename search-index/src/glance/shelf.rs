//! Where the documents of a segment stand: by the group of their work, then by their city, so that a look goes
//! to those it asks for and to no others.
//!
//! A document has one slot, in the order of the first compartment each stands in: the cards of a compartment lie
//! side by side in memory, and are read several times as fast as cards here and there.

use std::ops::RangeInclusive;

use tantivy::DocId;

use super::names::Names;

/// The number of those that name no city, or no work that an occupation stands for.
pub(crate) const UNKNOWN: u16 = 0;
/// All cities.
pub(crate) const EVERYWHERE: RangeInclusive<u16> = UNKNOWN..=u16::MAX;

/// A document's number on the shelves of its segment.
pub(crate) type Slot = u32;

/// Slots in compartments.
pub(crate) struct Shelf {
    /// Group and city of each compartment, sorted.
    compartments: Vec<u32>,
    /// Where the slots of each begin; one more than there are compartments.
    starts: Vec<u32>,
    slots: Vec<Slot>,
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

/// Documents on their way to a shelf.
#[derive(Default)]
pub(super) struct Shelving {
    /// The first compartment of each document.
    first: Vec<(u32, DocId)>,
    /// All of them.
    places: Vec<(u32, DocId)>,
}

impl Shelving {
    /// The document stands in every one of its groups in every one of its cities, or where none is known.
    pub fn put(&mut self, doc: DocId, Standing { mut groups, mut cities }: Standing) {
        for list in [&mut groups, &mut cities] {
            if list.is_empty() {
                list.push(UNKNOWN);
            }
        }
        self.first.push((compartment(groups[0], cities[0]), doc));
        for list in [&mut groups, &mut cities] {
            list.sort_unstable();
            list.dedup();
        }
        for group in groups {
            self.places.extend(cities.iter().map(|city| (compartment(group, *city), doc)));
        }
    }

    /// The documents in the order of their slots.
    pub fn order(&mut self) -> impl Iterator<Item = DocId> {
        self.first.sort_unstable();
        std::mem::take(&mut self.first).into_iter().map(|(_, doc)| doc)
    }

    /// `slots` holds the slot of each document.
    pub fn shelf(self, slots: &[Slot]) -> Shelf {
        let mut places = self.places;
        places.iter_mut().for_each(|(_, doc)| *doc = slots[*doc as usize]);
        places.sort_unstable();
        let (mut compartments, mut starts) = (Vec::new(), Vec::new());
        for (at, (compartment, _)) in places.iter().enumerate() {
            if compartments.last() != Some(compartment) {
                compartments.push(*compartment);
                starts.push(at as u32);
            }
        }
        starts.push(places.len() as u32);
        Shelf { compartments, starts, slots: places.into_iter().map(|(_, slot)| slot).collect() }
    }
}

impl Shelf {
    /// Slots of a group in these cities; those in several of its compartments come several times.
    pub fn slots(&self, group: u16, cities: &RangeInclusive<u16>) -> &[Slot] {
        let at = |key: u32| self.compartments.partition_point(|one| *one < key);
        let (first, last) = (compartment(group, *cities.start()), compartment(group, *cities.end()));
        let (from, to) = (at(first), at(last.saturating_add(1)));
        &self.slots[self.starts[from] as usize..self.starts[to] as usize]
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
        let shelved = |all: Vec<Standing>| {
            let mut shelving = Shelving::default();
            (0..).zip(all).for_each(|(doc, standing)| shelving.put(doc, standing));
            let order: Vec<DocId> = shelving.order().collect();
            let mut slots = vec![0; order.len()];
            std::iter::zip(0.., &order).for_each(|(slot, doc)| slots[*doc as usize] = slot);
            (shelving.shelf(&slots), order)
        };
        let (shelf, order) = shelved(all.into());
        let check = |group: u16, cities: RangeInclusive<u16>, expected: &[DocId]| {
            let docs: Vec<DocId> = shelf.slots(group, &cities).iter().map(|slot| order[*slot as usize]).collect();
            assert_eq!(docs, expected, "{group} {cities:?}");
        };
        check(7, EVERYWHERE, &[3, 0, 1, 1]);
        check(7, 3203..=3203, &[0, 1]);
        check(7, 3200..=3299, &[0, 1]);
        check(7, UNKNOWN..=UNKNOWN, &[3]);
        check(2, 3301..=3301, &[1]);
        check(UNKNOWN, EVERYWHERE, &[2]);
        check(u16::MAX, EVERYWHERE, &[]);
        assert_eq!(shelf.groups().collect::<Vec<_>>(), [UNKNOWN, 2, 7]);
        // By the first compartment of each: nothing known, then no city, then the city.
        assert_eq!(order, [2, 3, 0, 1]);
        assert!(shelved(Vec::new()).0.slots(7, &EVERYWHERE).is_empty());
    }
}
