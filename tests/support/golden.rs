//! Expected output kept as readable files beside the tests; `UPDATE_GOLDEN=1` rewrites them.

use std::path::Path;

/// Compares `actual` with the file `path` (from the repository's root), or writes it there when
/// the variable `UPDATE_GOLDEN` is set.
pub fn check(path: &str, actual: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(file.parent().expect("a golden file stands in a folder"))
            .expect("the folder is made");
        std::fs::write(&file, actual).expect("the golden file is written");
        return;
    }
    // Git may have checked the file out with other line ends.
    let expected = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        expected == actual,
        "{path} differs; UPDATE_GOLDEN=1 rewrites it\n--- expected\n{expected}\n--- actual\n{actual}"
    );
}
