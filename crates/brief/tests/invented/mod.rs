//! Made-up areas, counts and states for the pictures. Nothing here has happened.

use hudna_brief::Messages;
use hudna_brief::pictures::{
    AlarmCourse, AlarmDay, Fan, FanStep, Flow, Look, Ribbon, RibbonArea, Told, alarm, fan, ribbon,
};
use hudna_model::AreaStatus::{self, Collapsed, Holding, NoData, NotCovered, Strained};
use hudna_model::{Bilingual, Lang};
use jiff::civil::{Date, date};

const AREAS: [(&str, &str); 14] = [
    ("Northern Plain", "السهل الشمالي"),
    ("Upper Valley", "الوادي الأعلى"),
    ("Lower Valley", "الوادي الأسفل"),
    ("Two Rivers", "النهران"),
    ("Old Harbour", "الميناء القديم"),
    ("Salt Lake", "بحيرة الملح"),
    ("Cedar Ridge", "جبل الأرز"),
    ("Red Desert", "البادية الحمراء"),
    ("East Gate", "الباب الشرقي"),
    ("Olive Hills", "تلال الزيتون"),
    ("Crossroads", "المفرق"),
    ("Southern March", "الثغر الجنوبي"),
    ("Long Island", "الجزيرة الطويلة"),
    ("Capital and its surroundings", "العاصمة وريفها"),
];
/// Area-days for a false alarm.
const THRESHOLD: f64 = 90.0;
/// The first day of all pictures.
const START: Date = date(2031, 2, 3);

/// Every picture with the name of its file.
pub fn pictures() -> Vec<(String, String)> {
    let messages = Messages::new();
    let mut all = Vec::new();
    for lang in [Lang::Ar, Lang::En] {
        let look = |id: &str| Look::new(lang, id);
        let drawn = [
            ("ribbon", ribbon(&many(), &look("ribbon"), &messages)),
            ("ribbon-one", ribbon(&one(), &look("one").flow(Flow::LeftToRight), &messages)),
            ("alarm", alarm(&course(), &look("alarm"), &messages)),
            ("fan", fan(&days(), &look("fan"), &messages)),
            ("fan-weeks", fan(&weeks(), &look("weeks").without_heading(), &messages)),
        ];
        let code = lang.code();
        all.extend(drawn.map(|(name, picture)| (format!("{name}-{code}.svg"), picture)));
    }
    all
}

/// Fourteen areas over 180 days.
pub fn many() -> Ribbon {
    let area = |(n, (en, ar)): (usize, &(&str, &str))| RibbonArea {
        name: Bilingual::new(*ar, *en),
        states: states(n, 180),
        alarms: if n % 3 == 1 { vec![day(41 + 3 * n), day(100 + n)] } else { Vec::new() },
    };
    let areas = AREAS.iter().enumerate().map(area).collect();
    Ribbon { start: START, truce: Some(day(12)), today: Some(day(179)), areas }
}

/// One area over 60 days.
pub fn one() -> Ribbon {
    let states = [(Strained, 9), (Holding, 24), (NoData, 4), (Holding, 3), (Strained, 8)];
    let states = states.into_iter().chain([(Collapsed, 12)]);
    let area = RibbonArea {
        name: Bilingual::new(AREAS[0].1, AREAS[0].0),
        states: states.flat_map(|(state, n)| vec![state; n]).collect(),
        alarms: vec![day(42)],
    };
    Ribbon { start: START, truce: Some(day(3)), today: Some(day(59)), areas: vec![area] }
}

/// Calm for 60 days, then three times as much: an alarm that stays up, and crosses again.
pub fn course() -> AlarmCourse {
    let (mut statistic, mut up) = (0.0, 0_usize);
    let days = (0..90).map(|n| {
        let events = (!(33..37).contains(&n)).then(|| count(n, if n < 60 { 1.6 } else { 4.5 }));
        if let Some(events) = events {
            statistic = (1.0 + statistic) * 0.45 * 1.38_f64.powf(events);
        }
        let crossed = statistic >= THRESHOLD;
        up = if crossed { 14 } else { up.saturating_sub(1) };
        let told = AlarmDay {
            events,
            statistic: Some(statistic),
            crossed,
            up: up > 0,
            rise: crossed.then(|| day(n - 3)),
        };
        statistic = if crossed { 0.0 } else { statistic };
        told
    });
    AlarmCourse {
        area: Bilingual::new(AREAS[1].1, AREAS[1].0),
        start: START,
        days: days.collect(),
        threshold: THRESHOLD,
    }
}

/// Days and the totals of the next 1, 3 and 7.
pub fn days() -> Fan {
    let step = |days, median, half, ninety| FanStep { days, median, half, ninety };
    Fan {
        area: Bilingual::new(AREAS[2].1, AREAS[2].0),
        start: START,
        every: 1,
        past: (0..35).map(|n| (n != 17).then(|| count(n, 3.4))).collect(),
        told: Told::Total,
        steps: vec![
            step(1, 3.0, [2.0, 5.0], [0.0, 8.0]),
            step(3, 10.0, [7.0, 13.0], [4.0, 19.0]),
            step(7, 23.0, [18.0, 29.0], [11.0, 40.0]),
        ],
    }
}

/// Weeks and a path of four more.
pub fn weeks() -> Fan {
    let step = |n: u32| {
        let wide = f64::from(n).sqrt();
        let band =
            |by: f64| [(24.0 - by * wide).max(0.0).round(), (24.0 + 1.4 * by * wide).round()];
        FanStep { days: 7 * n, median: 24.0, half: band(4.0), ninety: band(10.0) }
    };
    Fan {
        area: Bilingual::new(AREAS[3].1, AREAS[3].0),
        start: START,
        every: 7,
        past: (0..16).map(|n| Some(10.0 + 4.0 * count(n, 3.0))).collect(),
        told: Told::EachBar,
        steps: (1..=4).map(step).collect(),
    }
}

fn states(area: usize, days: usize) -> Vec<AreaStatus> {
    if area == 12 {
        return vec![NotCovered; days];
    }
    let cycle = [Holding, Strained, Holding, Holding, Strained, Collapsed, Strained, NoData];
    let mut all = Vec::new();
    let mut turn = area;
    while all.len() < days {
        let long = 6 + (turn * 37 + area * 11) % 31;
        all.extend(vec![cycle[(turn * 3 + area * area) % 8]; long]);
        turn += 1;
    }
    all.truncate(days);
    all
}

/// A number that looks as if it had been counted, round `mean`.
fn count(n: usize, mean: f64) -> f64 {
    let part = (n as f64 * 0.618_034 + (n * n % 7) as f64 * 0.31).fract();
    (mean * 2.0 * part).round()
}

fn day(n: usize) -> Date {
    START.checked_add(jiff::Span::new().days(n as i64)).expect("near the first day")
}
