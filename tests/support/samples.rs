//! Inputs that are valid, to be spoiled one field at a time.

use serde_json::{Value, json};

/// ID numbers of nobody: their sequence numbers 996–999 are reserved (facts §5.1).
pub const ID_NUMBERS: [&str; 3] = ["330482199008019990", "330482198510019983", "330482197203159973"];
pub const CREDIT_CODES: [&str; 2] = ["91330482MA0000007A", "92330482MA00000X75"];
pub const PASSWORD: &str = "correct-horse-battery";

/// The two districts of the test world.
pub const DISTRICT_A: &str = "330482001";
pub const DISTRICT_B: &str = "330482102";

pub fn account(mobile: &str, seeker: Option<&str>) -> Value {
    json!({ "name": "林长风", "mobile": mobile, "password": PASSWORD, "seeker": seeker })
}

pub fn profile() -> Value {
    json!({
        "degree": "senior_middle",
        "service": [{
            "id": "s1", "branch": "army", "from_year": 2008, "to_year": 2016, "rank": "sergeant",
            "category": "N2", "post_group": "班长",
            "specialities": [{ "code": "vehicle_repair", "title": "汽车修理工" }],
            "text": "负责车辆保养和故障排除，带过 6 个人"
        }],
        "certificates": [{ "kind": "driving_licence", "name": "B2", "issued_on": "2017-03-01", "expires_on": "2027-03-01" }],
        "experiences": [{ "id": "e1", "title": "汽车维修工", "from_year": 2017, "to_year": 2024, "text": "修理货车底盘和发动机" }],
        "skills": [{ "name": "汽车维修", "experience_id": "e1" }, { "name": "汽车故障诊断", "experience_id": "s1" }],
        "intentions": {
            "occupations": ["4-12-01-01"], "titles": ["汽车维修工"], "places": ["330482"],
            "pay_min_fen_month": 600_000, "shifts": [{ "shift": "day", "accepted": true }], "housing_needed": false
        }
    })
}

pub fn new_profile(id_number: &str, mobile: &str, division: &str) -> Value {
    json!({
        "identity": { "name": "林长风", "id_number": id_number, "mobile": mobile, "division": division },
        "profile": profile(),
        "consents": ["matching", "show_employers", "service_record"]
    })
}

pub fn organisation(name: &str, credit_code: &str, division: &str) -> Value {
    json!({ "kind": "enterprise", "name": name, "credit_code": credit_code, "division": division, "description": "做汽车维修和配件。" })
}

pub fn position() -> Value {
    json!({
        "title": "汽车维修工", "occupation": "4-12-01-01", "headcount": 2,
        "pay": { "min": 600_000, "max": 900_000, "unit": "month" },
        "division": "330482001", "degree_min": "junior_middle", "experience_years_min": 2, "shift": "day", "housing": true,
        "veteran_preference": true,
        "requirements": [{ "kind": "skill", "name": "汽车维修", "must": true }, { "kind": "skill", "name": "汽车故障诊断", "must": false }],
        "description": "负责客户车辆的检查、保养和修理，填写维修记录。", "contact": "王经理 13000000009",
        "valid_until": "2027-01-31"
    })
}

pub fn station(division: &str) -> Value {
    json!({ "kind": "station", "name": "当湖街道退役军人服务站", "division": division, "address": "当湖街道环城西路 1 号",
        "phone": "0573-85012345", "hours": "工作日 8:30–17:00" })
}

/// A family of the military map that is nobody's yet.
pub fn speciality_change() -> Value {
    json!({ "code": null, "kind": "edit", "source": "三名退役军士核对",
        "family": { "name": "营区光伏", "branch": "any", "titles": ["光伏运维员"], "skills": ["电气维修"],
            "occupations": [{ "code": "6-28-01-10", "relation": "same", "weight": null }] } })
}
