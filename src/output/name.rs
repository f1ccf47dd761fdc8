//! Names that files may have on every system.

/// Why a name cannot be a file's name on every system (`None` if it can): the character or
/// word that stands in the way.
pub fn check_name(name: &str) -> Option<String> {
    const RESERVED: [&str; 8] = ["con", "prn", "aux", "nul", "com1", "com2", "lpt1", "lpt2"];
    let forbidden =
        |c: char| matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || c.is_control();
    if let Some(c) = name.chars().find(|c| forbidden(*c)) {
        return Some(c.to_string());
    }
    if name.is_empty() || name.starts_with('.') || name.ends_with(['.', ' ']) || name.len() > 200 {
        return Some(name.to_owned());
    }
    let stem = name.split('.').next().unwrap_or(name).to_lowercase();
    RESERVED.contains(&stem.as_str()).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_must_be_good_on_every_system() {
        assert_eq!(check_name("Резолюция 2017 (проект)"), None);
        assert_eq!(check_name("a/b"), Some("/".to_owned()));
        assert_eq!(check_name("nul"), Some("nul".to_owned()));
        assert_eq!(check_name(".."), Some("..".to_owned()));
    }
}
