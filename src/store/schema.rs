//! The tables, for diesel; shared by both databases. A test compares them with the migrations.

diesel::table! {
    journal (seq) {
        seq -> BigInt,
        at -> Timestamp,
        account_id -> Nullable<Text>,
        event -> Text,
        subject -> Text,
        details -> Text,
        mac -> Binary,
    }
}

diesel::table! {
    jobs (id) {
        id -> Text,
        kind -> Text,
        payload -> Text,
        state -> Text,
        run_at -> Timestamp,
        attempts -> Integer,
        lease_until -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    idempotency_keys (principal, operation, key) {
        principal -> Text,
        operation -> Text,
        key -> Text,
        request_hash -> Binary,
        answer -> Binary,
        created_at -> Timestamp,
    }
}

diesel::table! {
    instance (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    accounts (id) {
        id -> Text,
        name_sealed -> Binary,
        mobile_sealed -> Nullable<Binary>,
        mobile_blind -> Nullable<Binary>,
        email_sealed -> Nullable<Binary>,
        email_blind -> Nullable<Binary>,
        password_hash -> Text,
        state -> Text,
        epoch -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    grants (id) {
        id -> Text,
        account_id -> Text,
        role -> Text,
        organisation_id -> Nullable<Text>,
        district -> Nullable<Text>,
        state -> Text,
        asked_at -> Timestamp,
        asked_by -> Text,
        decided_at -> Nullable<Timestamp>,
        decided_by -> Nullable<Text>,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        account_id -> Text,
        epoch -> BigInt,
        refresh_hash -> Binary,
        refresh_hash_previous -> Nullable<Binary>,
        created_at -> Timestamp,
        refreshed_at -> Timestamp,
        expires_at -> Timestamp,
        closed_at -> Nullable<Timestamp>,
        closed_why -> Nullable<Text>,
    }
}

diesel::table! {
    api_tokens (id) {
        id -> Text,
        account_id -> Text,
        name -> Text,
        token_hash -> Binary,
        epoch -> BigInt,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    one_time_codes (id) {
        id -> Text,
        kind -> Text,
        subject -> Text,
        code_mac -> Binary,
        issued_by -> Nullable<Text>,
        issued_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    attempts (bucket) {
        bucket -> Binary,
        count -> Integer,
        window_began_at -> Timestamp,
        blocked_until -> Nullable<Timestamp>,
        blocks -> Integer,
    }
}

diesel::table! {
    people (id) {
        id -> Text,
        account_id -> Nullable<Text>,
        kind -> Text,
        service_member_id -> Nullable<Text>,
        name_sealed -> Binary,
        name_blind -> Binary,
        id_number_sealed -> Nullable<Binary>,
        id_number_blind -> Nullable<Binary>,
        mobile_sealed -> Nullable<Binary>,
        mobile_blind -> Nullable<Binary>,
        division -> Text,
        verification -> Text,
        verified_at -> Nullable<Timestamp>,
        verified_by -> Nullable<Text>,
        verified_what -> Nullable<Text>,
        visible -> Bool,
        profile -> Text,
        import_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    consents (id) {
        id -> Text,
        person_id -> Text,
        purpose -> Text,
        text_version -> Text,
        given_at -> Timestamp,
        given_by -> Nullable<Text>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    organisations (id) {
        id -> Text,
        kind -> Text,
        name -> Text,
        credit_code -> Nullable<Text>,
        no_credit_code_reason -> Nullable<Text>,
        division -> Text,
        address -> Nullable<Text>,
        industry -> Nullable<Text>,
        description -> Text,
        verification -> Text,
        verified_at -> Nullable<Timestamp>,
        verified_by -> Nullable<Text>,
        verified_what -> Nullable<Text>,
        import_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    memberships (id) {
        id -> Text,
        association_id -> Text,
        enterprise_id -> Text,
        since -> Date,
        until -> Nullable<Date>,
    }
}

diesel::table! {
    positions (id) {
        id -> Text,
        enterprise_id -> Text,
        state -> Text,
        closed_why -> Nullable<Text>,
        title -> Text,
        occupation -> Nullable<Text>,
        headcount -> Integer,
        hired -> Integer,
        pay_min -> Nullable<BigInt>,
        pay_max -> Nullable<BigInt>,
        pay_unit -> Nullable<Text>,
        pay_months -> Nullable<Integer>,
        pay_month_min -> Nullable<BigInt>,
        pay_month_max -> Nullable<BigInt>,
        division -> Text,
        address -> Nullable<Text>,
        degree_min -> Nullable<Text>,
        experience_years_min -> Nullable<Integer>,
        shift -> Nullable<Text>,
        housing -> Nullable<Bool>,
        veteran_preference -> Bool,
        requirements -> Text,
        description -> Text,
        contact_sealed -> Nullable<Binary>,
        valid_until -> Date,
        findings -> Text,
        import_id -> Nullable<Text>,
        source_id -> Nullable<Text>,
        published_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> BigInt,
        fingerprint -> Nullable<BigInt>,
        duplicate_group -> Nullable<Text>,
    }
}

diesel::table! {
    imports (id) {
        id -> Text,
        kind -> Text,
        state -> Text,
        file_name -> Text,
        account_id -> Nullable<Text>,
        accepted -> Integer,
        refused -> Integer,
        created_at -> Timestamp,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    position_marks (account_id, position_id) {
        account_id -> Text,
        position_id -> Text,
        kind -> Text,
        reason -> Nullable<Text>,
        marked_at -> Timestamp,
    }
}

diesel::table! {
    saved_searches (id) {
        id -> Text,
        account_id -> Text,
        name -> Text,
        query -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    saved_views (id) {
        id -> Text,
        account_id -> Text,
        list -> Text,
        name -> Text,
        query -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    stations (id) {
        id -> Text,
        kind -> Text,
        name -> Text,
        division -> Text,
        address -> Text,
        phone -> Text,
        hours -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> BigInt,
    }
}

diesel::table! {
    weight_sets (version) {
        version -> Integer,
        shares -> Text,
        based_on -> Integer,
        evidence -> Text,
        state -> Text,
        proposed_at -> Timestamp,
        proposed_by -> Text,
        decided_at -> Nullable<Timestamp>,
        decided_by -> Nullable<Text>,
    }
}

diesel::table! {
    match_events (person_id, position_id, kind, on_day) {
        person_id -> Text,
        position_id -> Text,
        kind -> Text,
        on_day -> Date,
        reason -> Nullable<Text>,
        place -> Nullable<Integer>,
        weights_version -> Integer,
        judged -> Text,
    }
}

diesel::table! {
    speciality_changes (id) {
        id -> Text,
        code -> Text,
        kind -> Text,
        state -> Text,
        content -> Text,
        source -> Text,
        written_by -> Text,
        written_at -> Timestamp,
        decided_by -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
        note -> Nullable<Text>,
        number -> Nullable<BigInt>,
        ended_by -> Nullable<Text>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::joinable!(grants -> accounts (account_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(positions -> organisations (enterprise_id));

diesel::allow_tables_to_appear_in_same_query!(
    journal,
    jobs,
    idempotency_keys,
    instance,
    accounts,
    grants,
    sessions,
    api_tokens,
    one_time_codes,
    attempts,
    people,
    consents,
    organisations,
    memberships,
    positions,
    imports,
    position_marks,
    saved_searches,
    saved_views,
    stations,
    weight_sets,
    match_events,
    speciality_changes,
);
