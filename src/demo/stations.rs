//! The centre and a station in each township, so that a page can say where to go and whom to call.

use crate::access::Actor;
use crate::error::Result;
use crate::stations::actions;
use crate::stations::model::{StationInput, StationKind};
use crate::types::region::Division;

use super::world::World;

const HOURS: &str = "工作日 8:30–11:30，14:00–17:00";

/// Puts them on the list; gives how many.
pub fn open(world: &mut World) -> Result<usize> {
    let mut dice = world.dice("stations");
    let (county, townships) = (world.places.county, world.places.townships.clone());
    let mut station = |kind: StationKind, division: Division, at: Division, number: usize| StationInput {
        kind,
        name: match kind {
            StationKind::Centre => format!("{}退役军人服务中心", division.name()),
            StationKind::Station => format!("{}退役军人服务站", division.name()),
        },
        division,
        address: world.places.address(&mut dice, at),
        // No number begins with a zero, so nobody is called by mistake.
        phone: format!("0573-0000 {:04}", 100 + number),
        hours: HOURS.to_owned(),
    };
    let mut inputs = vec![station(StationKind::Centre, county, townships[0], 0)];
    inputs.extend(townships.iter().enumerate().map(|(i, one)| station(StationKind::Station, *one, *one, i + 1)));
    world.write(&Actor::system(), |tx| {
        inputs.iter().try_for_each(|input| actions::open(tx, &Actor::system(), input).map(drop))
    })?;
    world.tell("stations", inputs.len(), inputs.len());
    Ok(inputs.len())
}
