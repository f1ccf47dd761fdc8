//! All documents of a pack, made side by side.

use super::make::look;
use super::{DocumentFile, Format, Loaded, Made, make};
use crate::source::{Findings, Sources};
use crate::typeset::Fonts;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// A document that was made.
#[derive(Clone, Debug)]
pub struct MadeDocument<'l> {
    /// Its name, which is that of its files without extension.
    pub name: &'l str,
    /// What was made.
    pub made: Made,
    /// How long that took.
    pub took: Duration,
}

/// Makes documents, at most as many at a time as there are cores; gives them in their order, and
/// the findings in the same order, each once. `done` is called after each document.
pub fn make_all<'l>(
    loaded: &'l Loaded,
    documents: &[&'l DocumentFile],
    formats: &[Format],
    sources: &Sources,
    findings: &mut Findings,
    done: &(dyn Fn() + Sync),
) -> Vec<MadeDocument<'l>> {
    let fonts = Fonts::embedded();
    let one = |document: &DocumentFile| {
        let (start, mut found) = (Instant::now(), Findings::default());
        let made = make(loaded, document, formats, &fonts, sources, &mut found);
        done();
        (made, found, start.elapsed())
    };
    let mut all = Vec::new();
    for (document, (made, found, took)) in documents.iter().zip(side_by_side(documents, &one)) {
        // Documents share texts: what is wrong with one is said once.
        findings.append_new(found);
        all.extend(made.map(|made| MadeDocument { name: &document.name, made, took }));
    }
    all
}

/// Says what making all documents would say, in their order and each finding once.
pub fn look_at_all(loaded: &Loaded, sources: &Sources, findings: &mut Findings) {
    let fonts = Fonts::embedded();
    let documents: Vec<&DocumentFile> = loaded.documents.iter().collect();
    let one = |document: &DocumentFile| {
        let mut found = Findings::default();
        look(loaded, document, &fonts, sources, &mut found);
        found
    };
    let (start, mut rest) = (Instant::now(), documents.as_slice());
    while let Some((document, others)) = rest.split_first().filter(|_| start.elapsed() < SOON) {
        findings.append_new(one(document));
        rest = others;
    }
    side_by_side(rest, &one).into_iter().for_each(|found| findings.append_new(found));
}

/// What is looked at so soon is not worth a second thread, which costs a tenth of the whole.
const SOON: Duration = Duration::from_millis(25);

/// Does the work for each document, by as many threads as there are cores.
fn side_by_side<T: Send>(documents: &[&DocumentFile], one: &(dyn Fn(&DocumentFile) -> T + Sync)) -> Vec<T> {
    // The system reads some files to tell its cores: it is not asked for nothing.
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    if documents.len() < 2 || cores() == 1 {
        return documents.iter().map(|document| one(document)).collect();
    }
    let next = AtomicUsize::new(0);
    let slots: Vec<Mutex<Option<T>>> = documents.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        while let Some((document, slot)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            documents.get(at).zip(slots.get(at))
        } {
            let outcome = one(document);
            if let Ok(mut slot) = slot.lock() {
                *slot = Some(outcome);
            }
        }
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (1..cores().min(documents.len())).map(|_| scope.spawn(work)).collect();
        work();
        for thread in threads {
            // A document must not go missing in silence, even by a fault of the program.
            if let Err(fault) = thread.join() {
                std::panic::resume_unwind(fault);
            }
        }
    });
    let outcome = |slot: Mutex<Option<T>>| slot.into_inner().ok().flatten();
    slots.into_iter().filter_map(outcome).collect()
}
