//! Tellings gathered as they come: what a new report tells is compared with its block alone, and
//! only what it touches is grouped anew.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{FiledClaim, PairDecision, Relation};

use crate::average::{Decided, average_link};
use crate::decided::{apart, decided, latest};
use crate::denials::{Denials, denies};
use crate::index::Index;
use crate::keys::keys;
use crate::node::{Edge, Kept, Node, compare, edge, hundredths, shared_runs};
use crate::origin::Roots;
use crate::score::Scored;
use crate::telling::{Telling, known, of_events, summarise};
use crate::{Context, rules, ties};

/// Claims gathered into incidents, report by report.
///
/// What stands in it depends on the reports that were put in and on nothing else: not on their
/// order, nor on what was taken out again. It keeps ids and no text; what is told of days long before
/// the newest stands packed, at about a hundred bytes a telling, and is unpacked when a late report
/// comes to be compared with it, so that packing changes nothing but the space.
/// [`crate::Context`] must give the same registers and the same `as_of` at every call; decisions
/// may change, but when a pair of claims of one report is decided anew, that report has to be put
/// in again.
#[derive(Debug, Clone, Default)]
pub struct Gatherer {
    nodes: Vec<Node>,
    reports: BTreeMap<String, Vec<usize>>,
    denials: Denials,
    index: Index,
    pub(crate) roots: Roots,
    /// Groups of each component, by its number.
    components: BTreeMap<usize, Vec<Vec<usize>>>,
    /// Number of the next component.
    next: usize,
    touched: BTreeSet<usize>,
    /// Tellings that are not packed, by their last day.
    open: BTreeMap<i32, Vec<u32>>,
    /// Pairs as they were when the groups were made.
    pairs: Vec<PairDecision>,
    /// Telling of each claim that a pair names; none while no telling has it.
    named: BTreeMap<String, Option<usize>>,
    pub(crate) decided: Decided,
}

impl Gatherer {
    /// Takes in all claims of a report; what it told before is replaced. All of them must name the
    /// same report.
    pub fn put<'a>(
        &mut self,
        claims: impl IntoIterator<Item = &'a FiledClaim, IntoIter: Clone>,
        ctx: &Context<'_>,
    ) {
        let claims = claims.into_iter();
        let first = claims.clone().filter(|f| f.received <= ctx.as_of).min_by_key(|f| f.received);
        let Some(first) = first else { return };
        self.take_out(&first.report);
        if self.roots.add(first, ctx) {
            let copies = self.roots.group(&first.report).filter_map(|r| self.reports.get(r));
            self.touched.extend(copies.flatten());
        }
        let told =
            ties::tellings(&of_events(claims.clone(), ctx), &apart(&ctx.decisions.pairs), ctx);
        let mut shared = BTreeMap::new();
        let nodes = told.into_iter().map(|t| self.add(t, &mut shared, ctx)).collect();
        self.reports.insert(first.report.clone(), nodes);
        let denied = known(claims.clone(), ctx, denies);
        let event = |f: &'a FiledClaim| Some((f.claim.id.as_str(), f.claim.event.as_deref()?));
        self.deny(&denied, &claims.filter_map(event).collect(), ctx);
        self.close();
    }

    /// Takes in what a report denies, after what it tells.
    fn deny(&mut self, denied: &[&FiledClaim], events: &BTreeMap<&str, &str>, ctx: &Context<'_>) {
        for denial in denied {
            let event = denial.claim.event.as_deref();
            let own = self.of_report(&denial.report).iter().copied();
            let tied = own.filter(|i| {
                let of = |claim: &String| events.get(claim.as_str()).copied();
                event.is_some() && self.claims(*i).iter().any(|claim| of(claim) == event)
            });
            let tied = tied.min_by_key(|i| self.id(*i));
            self.touched.extend(tied);
            self.denials.add(&summarise(&[denial], ctx), tied, ctx);
        }
    }

    /// Packs what is told of days long before the newest.
    fn close(&mut self) {
        let Some(newest) = self.open.last_key_value().map(|(day, _)| *day) else { return };
        while let Some(oldest) = self.open.first_entry()
            && *oldest.key() < newest - rules::OPEN_DAYS
        {
            for node in oldest.remove() {
                self.nodes[node as usize].pack();
            }
        }
    }

    /// Takes a report's claims out.
    pub fn take_out(&mut self, report: &str) {
        self.touched.extend(self.denials.take_out(report));
        for gone in self.reports.remove(report).unwrap_or_default() {
            self.nodes[gone].kept = Kept::Gone;
            self.denials.went(gone);
            for edge in std::mem::take(&mut self.nodes[gone].edges) {
                self.nodes[edge.to as usize].edges.retain(|e| e.to as usize != gone);
            }
            let groups = self.nodes[gone]
                .component
                .take()
                .and_then(|c| self.components.remove(&(c as usize)));
            self.touched.extend(groups.into_iter().flatten().flatten());
            self.named.values_mut().filter(|n| **n == Some(gone)).for_each(|n| *n = None);
        }
    }

    fn add(
        &mut self,
        telling: Telling,
        shared: &mut BTreeMap<String, f64>,
        ctx: &Context<'_>,
    ) -> usize {
        let new = self.nodes.len();
        let keys = keys(&telling, ctx);
        let mut edges = Vec::new();
        for other in self.sharing(&keys) {
            let Some(there) = self.nodes[other].telling() else { continue };
            let shared = || match shared.get(&there.report) {
                Some(known) => *known,
                None => {
                    let found = shared_runs(&telling.report, &there.report, ctx);
                    shared.insert(there.report.clone(), found);
                    found
                }
            };
            if let Some(edge) =
                compare(&telling, &there, rules::KEPT, shared, ctx).and_then(|s| edge(other, &s))
            {
                edges.push(edge);
            }
        }
        self.denials.came(&keys);
        keys.iter().for_each(|key| self.index.insert(*key, new));
        for edge in &edges {
            self.nodes[edge.to as usize].edges.push(Edge { to: new as u32, ..*edge });
        }
        for claim in &telling.claims {
            self.named.entry(claim.clone()).and_modify(|n| *n = Some(new));
        }
        self.open.entry(telling.days.last).or_default().push(new as u32);
        let id = telling.id().into();
        self.nodes.push(Node { id, kept: Kept::Open(Box::new(telling)), edges, component: None });
        self.touched.insert(new);
        new
    }

    /// Tellings that share a key, each once.
    fn sharing(&self, keys: &[u64]) -> BTreeSet<usize> {
        keys.iter().flat_map(|key| self.index.items(*key)).collect()
    }

    /// The telling that fits this one best, from the suggestion threshold on.
    fn best_fit(&self, telling: &Telling, ctx: &Context<'_>) -> Option<usize> {
        let fits = self.sharing(&keys(telling, ctx)).into_iter().filter_map(|i| {
            let score =
                compare(telling, &*self.nodes[i].telling()?, rules::KEPT, || 0.0, ctx)?.score;
            (score >= rules::SUGGESTED).then_some((i, score))
        });
        let better = |a: &(usize, f64), b: &(usize, f64)| {
            b.1.total_cmp(&a.1).then_with(|| self.id(a.0).cmp(self.id(b.0)))
        };
        fits.min_by(better).map(|(i, _)| i)
    }

    /// The telling of that number, which must stand.
    fn telling(&self, node: usize) -> Cow<'_, Telling> {
        self.nodes[node].telling().expect("groups and edges hold tellings that stand")
    }

    /// Its claims.
    pub(crate) fn claims(&self, node: usize) -> Cow<'_, [String]> {
        self.nodes[node].claims()
    }

    /// Its id.
    pub(crate) fn id(&self, node: usize) -> &str {
        &self.nodes[node].id
    }

    pub(crate) fn edges(&self, node: usize) -> &[Edge] {
        &self.nodes[node].edges
    }

    /// The tellings of a report.
    pub(crate) fn of_report(&self, report: &str) -> &[usize] {
        self.reports.get(report).map_or(&[], Vec::as_slice)
    }

    /// Ids of the denied claims that are listed with a telling.
    pub(crate) fn denied(&self, node: usize) -> impl Iterator<Item = &str> {
        self.denials.with(node)
    }

    /// Relations that people see between two groups, by a telling of each.
    pub(crate) fn relations(&self) -> impl Iterator<Item = (usize, usize, &PairDecision)> {
        use Relation::{Different, Same, Unsure};
        let of = |claim: &String| self.named.get(claim).copied().flatten();
        let seen = latest(&self.pairs).into_values();
        let seen = seen.filter(|d| !matches!(d.relation, Same | Different | Unsure));
        seen.filter_map(move |d| Some((of(&d.a)?, of(&d.b)?, d)))
    }

    /// A telling that stands for the group of this one.
    pub(crate) fn group_of(&self, node: usize) -> Option<usize> {
        let groups = self.groups_of(self.nodes[node].component? as usize);
        groups.filter(|g| g.contains(&node)).map(|g| g[0]).next()
    }

    /// The score of two tellings that stand.
    pub(crate) fn scored(&self, a: usize, b: usize, ctx: &Context<'_>) -> Option<Scored> {
        let (a, b) = (self.telling(a), self.telling(b));
        compare(&a, &b, rules::KEPT, || shared_runs(&a.report, &b.report, ctx), ctx)
    }

    /// Groups tellings as they now stand; the number of each component that was touched, or is
    /// related by people to one that was.
    pub(crate) fn regroup(&mut self, ctx: &Context<'_>) -> BTreeSet<usize> {
        self.hear(ctx);
        let mut denials = std::mem::take(&mut self.denials);
        self.touched.extend(denials.fit(|denied| self.best_fit(denied, ctx)));
        self.denials = denials;
        let mut made = BTreeSet::new();
        while let Some(seed) = self.touched.pop_first() {
            if !matches!(self.nodes[seed].kept, Kept::Gone) {
                made.insert(self.component(seed, ctx));
            }
        }
        // One that was made may have been made anew.
        made.retain(|number| self.components.contains_key(number));
        let component = |node: usize| self.nodes[node].component.map(|c| c as usize);
        let ends = self.relations().map(|(a, b, _)| [component(a), component(b)]);
        let beside = ends.filter(|ends| ends.iter().flatten().any(|c| made.contains(c)));
        let beside: Vec<usize> = beside.flatten().flatten().collect();
        made.extend(beside);
        made
    }

    /// How many incidents there were when it was last asked for them or their changes.
    pub fn count(&self) -> usize {
        self.components.values().map(Vec::len).sum()
    }

    pub(crate) fn groups(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.components.values().flatten()
    }

    pub(crate) fn groups_of(&self, component: usize) -> impl Iterator<Item = &Vec<usize>> {
        self.components.get(&component).into_iter().flatten()
    }

    /// Takes decisions in force; what they touch, and touched before, is grouped anew.
    fn hear(&mut self, ctx: &Context<'_>) {
        if self.pairs != ctx.decisions.pairs {
            self.touched.extend(self.named.values().flatten());
            self.pairs = ctx.decisions.pairs.clone();
            let claims = self.pairs.iter().flat_map(|p| [p.a.clone(), p.b.clone()]);
            self.named = claims.map(|claim| (claim, None)).collect();
            for (i, node) in self.nodes.iter().enumerate() {
                for claim in node.claims().iter() {
                    self.named.entry(claim.clone()).and_modify(|n| *n = Some(i));
                }
            }
            self.touched.extend(self.named.values().flatten());
        }
        self.decided = decided(&self.pairs, |claim| self.named.get(claim).copied().flatten());
    }

    /// Finds what is connected with `seed`, groups it and gives it a number.
    fn component(&mut self, seed: usize, ctx: &Context<'_>) -> usize {
        let nodes = self.connected(seed);
        for node in &nodes {
            self.touched.remove(node);
            let former = self.nodes[*node].component.take();
            let groups = former.and_then(|c| self.components.remove(&(c as usize)));
            let left = groups.into_iter().flatten().flatten();
            self.touched.extend(left.filter(|i| !nodes.contains(i)));
        }
        let number = self.next;
        self.next += 1;
        nodes.iter().for_each(|i| self.nodes[*i].component = Some(number as u32));
        let groups = self.group(nodes.into_iter().collect(), ctx);
        self.components.insert(number, groups);
        number
    }

    /// Confirmed pairs connect, and what people said to be one.
    fn connected(&self, seed: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::from([seed]);
        let mut open = vec![seed];
        while let Some(at) = open.pop() {
            let near = self.nodes[at].edges.iter().filter(|e| e.confirmed).map(|e| e.to as usize);
            let said = self.decided.together.iter().filter_map(|(a, b)| match at {
                _ if at == *a => Some(*b),
                _ if at == *b => Some(*a),
                _ => None,
            });
            open.extend(near.chain(said).filter(|i| found.insert(*i)));
        }
        found
    }

    /// Average link inside a component, by the order of the tellings' ids.
    fn group(&self, mut nodes: Vec<usize>, ctx: &Context<'_>) -> Vec<Vec<usize>> {
        nodes.sort_by(|a, b| self.id(*a).cmp(self.id(*b)));
        let at: BTreeMap<usize, usize> = nodes.iter().enumerate().map(|(n, i)| (*i, n)).collect();
        let local = |pairs: &[(usize, usize)]| -> Vec<(usize, usize)> {
            let both = pairs.iter().filter_map(|(a, b)| Some((*at.get(a)?, *at.get(b)?)));
            both.collect()
        };
        let scores = if nodes.len() <= rules::SMALL_COMPONENT {
            self.all_scores(&nodes, ctx)
        } else {
            self.kept_scores(&at)
        };
        let decided =
            Decided { together: local(&self.decided.together), apart: local(&self.decided.apart) };
        let groups = average_link(nodes.len(), &scores, rules::AVERAGE_LINK, &decided);
        groups.into_iter().map(|g| g.into_iter().map(|n| nodes[n]).collect()).collect()
    }
    /// Of every two of a few tellings, also where they share no key: what excludes each other
    /// counts as nothing, what was merely not compared counts as what it is worth.
    fn all_scores(&self, nodes: &[usize], ctx: &Context<'_>) -> Vec<(usize, usize, u8)> {
        let told: Vec<_> = nodes.iter().map(|i| self.telling(*i)).collect();
        let pairs = (0..told.len()).flat_map(|a| (a + 1..told.len()).map(move |b| (a, b)));
        let scored = |(a, b): (usize, usize)| {
            let (x, y) = (&*told[a], &*told[b]);
            let shared = || shared_runs(&x.report, &y.report, ctx);
            compare(x, y, 0.0, shared, ctx).map(|s| (a, b, hundredths(&s)))
        };
        pairs.filter_map(scored).collect()
    }

    /// Of the pairs that were kept.
    fn kept_scores(&self, at: &BTreeMap<usize, usize>) -> Vec<(usize, usize, u8)> {
        let edges = at.iter().flat_map(|(i, a)| self.nodes[*i].edges.iter().map(move |e| (*a, e)));
        let inside = edges.filter_map(|(a, e)| Some((a, *at.get(&(e.to as usize))?, e.score)));
        inside.filter(|(a, b, _)| a < b).collect()
    }
}
