//! Names of places by their letters alone: the same name with its words written apart or in one,
//! and names that one slip of the pen away are the word of a text.

use std::collections::HashMap;

/// Shortest word, in letters, for which a slip is looked for: shorter ones are near too many.
const SHORTEST: usize = 5;

/// Names without spaces and article, with the places that bear them.
#[derive(Debug, Default)]
pub struct Names {
    places: HashMap<String, Vec<u32>>,
    /// Names of one first letter and length.
    alike: HashMap<(char, usize), Vec<String>>,
}

impl Names {
    /// Adds a folded name.
    pub fn add(&mut self, name: &str, place: u32) {
        let key = letters(name);
        let Some(first) = key.chars().next() else { return };
        let places = self.places.entry(key.clone()).or_default();
        if places.is_empty() {
            let length = key.chars().count();
            self.alike.entry((first, length)).or_default().push(key);
        }
        if !places.contains(&place) {
            places.push(place);
        }
    }

    /// Places whose name has these letters.
    pub fn same(&self, word: &str) -> &[u32] {
        self.places.get(&letters(word)).map_or(&[], Vec::as_slice)
    }

    /// Places of the one name that is one slip away (a letter more, less, other, or two
    /// exchanged) and has the same first letter; none when several names are.
    pub fn near(&self, word: &str) -> Vec<u32> {
        let word = letters(word);
        let length = word.chars().count();
        let Some(first) = word.chars().next().filter(|_| length >= SHORTEST) else {
            return Vec::new();
        };
        let chars: Vec<char> = word.chars().collect();
        let names = (length - 1..=length + 1).filter_map(|n| self.alike.get(&(first, n)));
        let mut near = names.flatten().filter(|name| one_slip(&chars, name));
        match (near.next(), near.next()) {
            (Some(name), None) => self.places[name].clone(),
            _ => Vec::new(),
        }
    }
}

/// A name without spaces and without its first article.
fn letters(name: &str) -> String {
    let bare = name.strip_prefix("ال").filter(|n| n.chars().count() >= 3).unwrap_or(name);
    bare.split(' ').collect()
}

/// Whether two words differ by one letter inserted, lost, exchanged, or by two that changed
/// places.
fn one_slip(word: &[char], name: &str) -> bool {
    let name: Vec<char> = name.chars().collect();
    let same = word.iter().zip(&name).take_while(|(a, b)| a == b).count();
    let (a, b) = (&word[same..], &name[same..]);
    match (a.len() as isize) - (b.len() as isize) {
        1 => a[1..] == *b,
        -1 => *a == b[1..],
        0 if a.is_empty() => false,
        0 => {
            let other = a[1..] == b[1..];
            let swapped = a.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
            other || swapped
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let mut names = Names::default();
        for (i, name) in ["حربنفسه", "بيت لاهيا", "السلميه", "عندان", "عنجر"].iter().enumerate()
        {
            names.add(name, i as u32);
        }
        names
    }

    fn near(word: &str, places: &[u32]) {
        assert_eq!(names().near(word), places, "{word}");
    }

    #[test]
    fn one_slip_is_forgiven_to_long_names() {
        near("حرنبفسه", &[0]);
        near("حربنفصه", &[0]);
        near("حربنفسها", &[0]);
        near("حربيسفه", &[]);
        near("عنان", &[]);
    }

    #[test]
    fn words_may_be_written_apart_or_in_one() {
        assert_eq!(names().same("بيتلاهيا"), &[1]);
        assert_eq!(names().same("حرب نفسه"), &[0]);
        assert_eq!(names().same("سلميه"), &[2]);
    }
}
