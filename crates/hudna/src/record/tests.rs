use super::*;

#[test]
fn the_short_way_reads_what_the_long_way_reads() {
    #[track_caller]
    fn check(json: &str) {
        let long: Payload = serde_json::from_str(json).unwrap();
        let short = Payload::read(json.as_bytes()).unwrap();
        let both = [&long, &short].map(|p| serde_json::to_string(p).unwrap());
        assert_eq!(both[0], both[1]);
        assert!(both[0].contains(long.record.kind()));
    }
    let head =
        r#""by":"a \"b\"","received":"2016-05-03T21:00:00+03:00","entered":"2026-01-01T00:00:00Z""#;
    let report = r#""id":"R-1","label":"l","source":"s","key":null,"published":"2016-05-03","lang":"ar",
        "url":null,"raw":"نص","sha256":"00","text":null,"text_sha256":"00","extractor":"e""#;
    check(&format!("{{{head},\"record\":\"report\",{report}}}"));
    check(&format!("{{\"record\":\"report\",{report},\"composed_from\":\"x\",{head}}}"));
    let reading = r#""report":"R-1","reading":{"id":"R-1","lang":"ar","published":null,"pack":"p",
        "model":null,"claims":[],"notes":[]},"marks":{"shingles":[1],"quotations":[],
        "rare_numbers":[],"credits":[],"words":3}"#;
    check(&format!("{{{head},\"record\":\"reading\",{reading}}}"));
    check(&format!("{{{head},\"record\":\"undo\",\"entry\":3,\"why\":\"w\"}}"));
}

#[test]
fn what_is_no_payload_is_refused() {
    let refused = |json: &str| assert!(Payload::read(json.as_bytes()).is_err(), "{json}");
    refused("");
    refused("{}");
    refused(r#"{"by":"a","received":"x","entered":"x","record":"report"}"#);
    let head = r#""by":"a","received":"2016-05-03T21:00:00Z","entered":"2016-05-03T21:00:00Z""#;
    refused(&format!("{{{head},\"record\":\"report\"}}"));
    refused(&format!("{{{head},\"record\":\"nothing\"}}"));
}
