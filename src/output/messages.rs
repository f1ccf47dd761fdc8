//! What is said about finished files.

crate::messages! {
    /// A finished file that a person changed.
    EDITED = "edited-output", Warning,
        ru: "файл «{file}» с прошлого раза изменили не мы; он сохранён как «{kept}»",
        en: "“{file}” was edited since the last build; it is kept as “{kept}”",
        hint_ru: "перенесите правки в файлы комплекта, чтобы они были и в следующий раз",
        hint_en: "carry the edits over into the pack, so that they are there the next time";
    /// A finished file that a word processor holds open.
    HELD_OPEN = "held-open", Warning,
        ru: "файл «{file}» открыт в редакторе; новый записан как «{beside}»",
        en: "“{file}” is open in an editor; the new one was written as “{beside}”",
        hint_ru: "закройте файл и соберите комплект ещё раз", hint_en: "close it and build again";
    /// A name that no file may have.
    BAD_FILE_NAME = "bad-file-name", Error,
        ru: "файл не может называться `{name}`: мешает `{why}`", en: "no file can be called `{name}`: `{why}` is in the way",
        hint_ru: "оставьте буквы, цифры, пробелы и дефисы", hint_en: "keep letters, digits, spaces and hyphens";
    /// A name that systems keep for themselves, or an odd one.
    ODD_FILE_NAME = "bad-file-name", Error,
        ru: "файл не может называться `{name}`", en: "no file can be called `{name}`",
        hint_ru: "выберите другое имя: без точки в начале и в конце, не длиннее 200 байт и не слово, занятое системой",
        hint_en: "choose another name: no full stop at its ends, at most 200 bytes, and no word that systems keep";
    /// Two documents of one name.
    NAME_TWICE = "file-name-twice", Error,
        ru: "два документа хотят называться «{name}»", en: "two documents want to be called “{name}”",
        hint_ru: "дайте одному из них `имя_файла:`", hint_en: "give one of them `file_name:`";
    /// A file that the system does not let us write.
    CANNOT_WRITE = "cannot-write", Error,
        ru: "не удалось записать «{file}»: {why}", en: "could not write “{file}”: {why}",
        hint_ru: "проверьте, есть ли место на диске и разрешено ли писать в папку",
        hint_en: "check that there is room on the disk and that the folder may be written to";
    /// The pack's folder is closed to us.
    LOCK_NOT_WRITTEN = "lock-not-written", Warning,
        ru: "имена новых пунктов не удалось сохранить в «{file}»: {why}",
        en: "the names of new clauses could not be kept in “{file}”: {why}",
        hint_ru: "откройте папку комплекта для записи: без этого файла имена пунктов могут смениться после правки",
        hint_en: "let the pack's folder be written to: without this file an edit may change the clauses' names";
}
