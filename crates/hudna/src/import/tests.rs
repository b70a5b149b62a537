use super::*;

fn data() -> Data {
    Data::embedded().expect("the data of the binary are sound")
}

const HEADER: &str =
    "admin4Pcode,admin4Name_en,admin4Name_ar,admin1Pcode,admin1Name_en,admin1Name_ar,lat,lon\n";

#[test]
fn a_list_of_p_codes_is_kept_counted_and_refused_row_by_row() {
    let text = format!(
        "{HEADER}C9001,Tall Zaqzuq,تل زقزوق,SY02,Aleppo,حلب,36.51,37.91\n\
         C9002,Aleppo,حلب,SY02,Aleppo,حلب,36.205,37.152\n\
         C9003,Nowhere,قرية بعيدة,SY02,Aleppo,حلب,95,37.1\n\
         C9004,Latin,Latin,SY02,Aleppo,حلب,36.1,37.1\n\
         C9001,Tall Zaqzuq,تل زقزوق,SY02,Aleppo,حلب,36.51,37.91\n\
         C9005,Hudna,الهدنة,SY02,Aleppo,حلب,36.71,37.31\n\
         C9006,Short,SY02\n"
    );
    let out = places(&text, Format::PCodes, &data()).expect("the header is whole");
    assert_eq!((out.read(), out.rows.len(), out.duplicates), (7, 2, 2));
    let lines: Vec<usize> = out.rejected.iter().map(|r| r.line).collect();
    assert_eq!(lines, [4, 5, 8]);
    assert_eq!((out.rows[0].id.as_str(), out.rows[0].parent.as_str()), ("sy-c9001", "sy-aleppo"));
    assert_eq!(out.rows[0].pcode.as_deref(), Some("C9001"));
    assert!(!out.rows[0].cued && out.rows[1].cued, "\"truce\" is a word of every day");
}

#[test]
fn a_dump_of_geonames_gives_plain_arabic_names() {
    let row = |id: &str, names: &str, class: &str, code: &str| {
        let mut cells = vec![""; 19];
        (cells[0], cells[1], cells[3], cells[4], cells[5]) =
            (id, "Kafr Zaqzuq", names, "36.5", "37.9");
        (cells[6], cells[7], cells[8]) = (class, code, "SY");
        cells.join("\t")
    };
    let text = [
        row("1", "Kafr Zaqzuq,کفر زقزوق,كفر زقزوق,كفرزقزوق", "P", "PPL"),
        row("2", "Kafr", "P", "PPL"),
        row("3", "بلد ما", "A", "PCLI"),
        row("x", "شيء", "P", "PPL"),
    ];
    let out = places(&text.join("\n"), Format::GeoNames, &data()).expect("it has 19 columns");
    assert_eq!((out.rows.len(), out.rejected.len()), (1, 3));
    assert_eq!(out.rows[0].id, "sy-gn1");
    assert_eq!((out.rows[0].ar.as_str(), out.rows[0].others.len()), ("كفر زقزوق", 1));
}

#[test]
fn a_file_of_another_kind_is_told() {
    assert!(places("a,b\n1,2\n", Format::PCodes, &data()).is_err());
    assert!(places("a\tb\n", Format::GeoNames, &data()).is_err());
}

#[test]
fn what_is_written_loads_again_and_a_second_time_everything_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    base(folder.path(), None).expect("the data of the binary");
    let text = format!(
        "{HEADER}C9001,Tall Zaqzuq,تل زقزوق,SY02,Aleppo,حلب,36.51,37.91\nC9005,Hudna,الهدنة,SY02,Aleppo,حلب,36.71,37.31\n"
    );
    for kept in [2, 0] {
        let data = Data::from_folder(folder.path()).expect("a whole folder of data");
        let out = places(&text, Format::PCodes, &data).expect("the header is whole");
        assert_eq!((out.rows.len(), out.duplicates), (kept, 2 - kept));
        write(folder.path(), Format::PCodes, &out).expect("written");
    }
    let data = Data::from_folder(folder.path()).expect("a whole folder of data");
    assert_eq!(data.places["sy-c9001"].name.en, "Tall Zaqzuq");
    assert_eq!(data.places["sy-c9005"].name.ar, "بلدة الهدنة");
}

#[test]
fn a_register_of_thousands_is_taken_whole() {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/geo/syr_communities_adm4.csv");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: the register of communities is not beside the repository");
        return;
    };
    let out = places(&text, Format::PCodes, &data()).expect("the header is whole");
    let rows = table::Table::parse(&text).rows.len();
    assert_eq!(out.read(), rows, "every row is kept, a duplicate or rejected");
    assert!(out.rows.len() > rows / 2 && out.rejected.len() < rows / 100);
}
