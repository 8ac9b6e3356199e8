use super::*;
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 6, 1).unwrap()
}

const IDS: [&str; 4] = ["330482199008019990", "330482198510019983", "330482197203159973", "33048219900104996X"];
const CREDIT_CODES: [&str; 4] =
    ["91330482MA0000007A", "92330482MA00000X75", "11330482MB0000019U", "52330482MJ0000026T"];

#[test]
fn valid_numbers_are_read() {
    for id in IDS {
        assert_eq!(IdNumber::parse(id, today()).unwrap().expose(), id);
    }
    for code in CREDIT_CODES {
        assert_eq!(CreditCode::parse(code).unwrap().as_str(), code);
    }
    for mobile in ["13000000000", "15900000000", "19900000000"] {
        assert_eq!(Mobile::parse(mobile).unwrap().expose(), mobile);
    }
    for email in ["wang@example.com", "li.si+job@mail.example.cn", "a@b.xn--fiqs8s"] {
        assert_eq!(Email::parse(email).unwrap().expose(), email);
    }
    let born = IdNumber::parse(IDS[0], today()).unwrap().birth_date();
    assert_eq!(born, NaiveDate::from_ymd_opt(1990, 8, 1).unwrap());
}

#[test]
fn input_is_normalised_first() {
    for text in
        ["33048219900104996x", " 330482 19900104 996X ", "３３０４８２１９９００１０４９９６Ｘ", "330482-19900104-996x"]
    {
        assert_eq!(IdNumber::parse(text, today()).unwrap().expose(), IDS[3], "{text}");
    }
    for text in ["91330482ma0000007a", "９１330482MA0000007A", "91-330482-MA0000007-A"] {
        assert_eq!(CreditCode::parse(text).unwrap().as_str(), CREDIT_CODES[0], "{text}");
    }
    for text in [
        "+86 138-0000-0000",
        "8613800000000",
        "0086 138 0000 0000",
        "１３８００００００００",
        "\u{202A}13800000000\u{202C}",
    ] {
        assert_eq!(Mobile::parse(text).unwrap().expose(), "13800000000", "{text}");
    }
    assert_eq!(Email::parse(" Wang＠Example.com\n").unwrap().expose(), "wang@example.com");
}

#[test]
fn each_wrong_id_number_has_its_reason() {
    use IdentifierError::*;
    for (text, reason) in [
        ("", Empty),
        ("  ", Empty),
        ("33048219900801999", TooShort { missing: 1 }),
        ("3304821990080199901", TooLong { extra: 1 }),
        ("330482900801999", TooShort { missing: 3 }),
        ("33048219900801X990", Character { place: 15 }),
        ("33048219900801９９9O", Character { place: 18 }),
        ("990482199008019990", Area),
        ("330482199002301234", Date),
        ("330482199013011234", Date),
        ("330482189908019990", Date),
        ("330482202106010000", FutureDate),
        ("330482199008019991", Check),
        ("330482199008019909", Check),
    ] {
        assert_eq!(IdNumber::parse(text, today()).err(), Some(reason), "{text}");
    }
}

#[test]
fn each_wrong_credit_code_has_its_reason() {
    use IdentifierError::*;
    for (text, reason) in [
        ("", Empty),
        ("330482000012345", TooShort { missing: 3 }),
        ("91330482MA0000007AA", TooLong { extra: 1 }),
        ("91330482MAO000007A", Character { place: 11 }),
        ("91330482MA000000中A", Character { place: 17 }),
        ("91990482MA0000007A", Area),
        ("91330482MA0000007B", Check),
        // The outer check agrees, the organisation code's own does not.
        ("91330482MA0000008", TooShort { missing: 1 }),
    ] {
        assert_eq!(CreditCode::parse(text).err(), Some(reason), "{text}");
    }
    let inner_wrong = (0..31).filter_map(|i| {
        let last = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().nth(i)?;
        CreditCode::parse(&format!("91330482MA0000008{last}")).err()
    });
    assert_eq!(inner_wrong.filter(|reason| *reason == OrganisationCheck).count(), 1);
}

#[test]
fn each_wrong_mobile_and_email_has_its_reason() {
    use IdentifierError::*;
    for (text, reason) in [
        ("", Empty),
        ("1380000000", TooShort { missing: 1 }),
        ("138000000000", TooLong { extra: 1 }),
        ("12800000000", NotMobile),
        ("0573-85000000", NotMobile),
        ("1440012345678", MachineNumber),
        ("1064812345678", MachineNumber),
        ("1380000000a", Character { place: 11 }),
    ] {
        assert_eq!(Mobile::parse(text).err(), Some(reason), "{text}");
    }
    for text in [
        "wang",
        "wang@",
        "@example.com",
        "a@b",
        "a b@example.com",
        "a..b@example.com",
        ".a@example.com",
        "a@-b.com",
        "a@b..com",
        "a@b.c",
        "a@1.2.3.4",
        "a@@b.com",
        "王@example.com",
        "a@例子.com",
    ] {
        assert_eq!(Email::parse(text).err(), Some(NotEmail), "{text}");
    }
    let long = format!("{}@example.com", "a".repeat(250));
    assert_eq!(Email::parse(&long).err(), Some(TooLong { extra: 8 }));
}

#[test]
fn what_names_a_person_does_not_print_itself() {
    let id = IdNumber::parse(IDS[0], today()).unwrap();
    let mobile = Mobile::parse("13800000000").unwrap();
    let email = Email::parse("wang@example.com").unwrap();
    assert_eq!(format!("{id:?} {mobile:?} {email:?}"), "*** *** ***");
    assert_eq!(id.masked(), "330***********9990");
    assert_eq!(mobile.masked(), "138****0000");
    assert_eq!(email.masked(), "w***@example.com");
    for (name, masked) in [("张三丰", "张**"), ("李四", "李*"), (" 欧阳修 ", "欧**"), ("王", "王"), ("", "")]
    {
        assert_eq!(mask_name(name), masked);
    }
}

#[test]
fn a_reason_says_its_code_and_count() {
    let json = serde_json::to_string(&IdentifierError::TooShort { missing: 1 }).unwrap();
    assert_eq!(json, r#"{"code":"too_short","missing":1}"#);
    use IdentifierError::*;
    let all = [
        Empty,
        TooShort { missing: 1 },
        TooLong { extra: 1 },
        Character { place: 1 },
        Area,
        Date,
        FutureDate,
        Check,
        OrganisationCheck,
        NotMobile,
        MachineNumber,
        NotEmail,
    ];
    let codes: Vec<_> = all.iter().map(|reason| reason.code()).collect();
    assert_eq!(codes, IdentifierError::CODES);
    for reason in all {
        let json: serde_json::Value = serde_json::to_value(reason).unwrap();
        assert_eq!(json["code"], reason.code());
    }
}

#[test]
fn a_credit_code_is_stored_as_its_text() {
    let json = serde_json::to_string(&CreditCode::parse(CREDIT_CODES[0]).unwrap()).unwrap();
    assert_eq!(json, "\"91330482MA0000007A\"");
    assert!(serde_json::from_str::<CreditCode>("\"91330482MA0000007B\"").is_err());
}

/// Digits of a well-formed number, with a check character that agrees.
fn id_text(area: usize, day: i64, sequence: u32) -> String {
    let birth = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(day);
    let text = format!("{}0482{}{sequence:03}", PROVINCES[area % PROVINCES.len()], birth.format("%Y%m%d"));
    let check = id_check(text.as_bytes()) as char;
    format!("{text}{check}")
}

proptest! {
    #[test]
    fn any_single_wrong_digit_is_caught(area in 0usize..99, day in 0i64..40_000, sequence in 0u32..1000, place in 0usize..18, to in 0u8..11) {
        let text = id_text(area, day, sequence);
        prop_assert!(IdNumber::parse(&text, today()).is_ok());
        let mut wrong = text.clone().into_bytes();
        wrong[place] = if to == 10 { b'X' } else { b'0' + to };
        let wrong = String::from_utf8(wrong).unwrap();
        prop_assert!(wrong == text || IdNumber::parse(&wrong, today()).is_err());
    }

    #[test]
    fn any_single_wrong_character_of_a_credit_code_is_caught(which in 0usize..4, place in 0usize..18, to in 0usize..31) {
        let mut wrong: Vec<char> = CREDIT_CODES[which].chars().collect();
        wrong[place] = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().nth(to).unwrap();
        let wrong: String = wrong.into_iter().collect();
        prop_assert!(wrong == CREDIT_CODES[which] || CreditCode::parse(&wrong).is_err());
    }

    #[test]
    fn no_text_breaks_the_readers(text in "\\PC{0,40}") {
        let _ = IdNumber::parse(&text, today());
        let _ = CreditCode::parse(&text);
        let _ = Mobile::parse(&text);
        let _ = Email::parse(&text);
        let _ = mask_name(&text);
    }
}
