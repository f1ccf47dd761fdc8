//! What is said about finished files.

crate::messages! {
    /// A finished file that a person changed.
    EDITED = "edited-output", Warning,
        ru: "файл «{file}» с прошлого раза изменили не мы; он сохранён как «{kept}»",
        en: "“{file}” was edited since the last build; it is kept as “{kept}”",
        hint_ru: "перенесите правки в файлы комплекта, чтобы они были и в следующий раз",
        hint_en: "carry the edits over into the pack, so that they are there the next time";
    /// A file of a person's own where a finished one is to be.
    FOREIGN = "edited-output", Warning,
        ru: "файл «{file}» в этой папке сделали не мы; он сохранён как «{kept}»",
        en: "“{file}” was in this folder and is none of ours; it is kept as “{kept}”",
        hint_ru: "если он не нужен, удалите его", hint_en: "remove it if you do not need it";
    /// A finished file that a word processor holds open.
    HELD_OPEN = "held-open", Warning,
        ru: "файл «{file}» открыт в редакторе; новый записан как «{beside}»",
        en: "“{file}” is open in an editor; the new one was written as “{beside}”",
        hint_ru: "закройте файл и соберите комплект ещё раз", hint_en: "close it and build again";
    /// A finished file that is closed to writing.
    CLOSED = "read-only-output", Warning,
        ru: "файл «{file}» закрыт от записи; новый записан как «{beside}»",
        en: "“{file}” is closed to writing; the new one was written as “{beside}”",
        hint_ru: "разрешите запись в этот файл или переименуйте его, если он нужен таким, и соберите ещё раз",
        hint_en: "allow writing to it, or rename it if it shall stay as it is, and build again";
    /// A file that the pack makes no more.
    WITHDRAWN = "withdrawn-output", Note,
        ru: "файл «{file}» больше не собирается из этого комплекта; он удалён",
        en: "“{file}” is no longer made of this pack; it was removed",
        hint_ru: "чтобы он появился снова, верните его документ в `документы:`",
        hint_en: "to have it back, put its document into `documents:` again";
    /// A findings sheet about what is mended by now.
    WITHDRAWN_SHEET = "withdrawn-output", Note,
        ru: "лист замечаний «{file}» устарел и удалён", en: "the findings sheet “{file}” is out of date and was removed",
        hint_ru: "новый составит `avgust check --sheet`", hint_en: "`avgust check --sheet` makes a new one";
    /// A file that the pack makes no more and a person edited.
    WITHDRAWN_EDITED = "withdrawn-output", Warning,
        ru: "файл «{file}» больше не собирается из этого комплекта, а изменили его не мы; он сохранён как «{kept}»",
        en: "“{file}” is no longer made of this pack, but was edited; it is kept as “{kept}”",
        hint_ru: "если он не нужен, удалите его", hint_en: "remove it if you do not need it";
    /// A file that the pack makes no more and that is open or closed to writing.
    WITHDRAWN_STAYS = "withdrawn-output", Warning,
        ru: "файл «{file}» больше не собирается из этого комплекта, но открыт в редакторе или закрыт от записи; он остался в папке",
        en: "“{file}” is no longer made of this pack, but is open in an editor or closed to writing; it stays in the folder",
        hint_ru: "не публикуйте его: числа в нём старые", hint_en: "do not publish it: its figures are old";
    /// A file that another pack made into the same folder.
    ANOTHER_PACK = "another-pack", Error,
        ru: "файл «{file}» в этой папке сделан из другого комплекта: {pack}",
        en: "“{file}” in this folder was made of another pack: {pack}",
        hint_ru: "дайте каждому комплекту свою папку: `--out ПАПКА`", hint_en: "give each pack a folder of its own: `--out DIR`";
    /// A file that a pack made which is no longer where it was.
    MOVED_PACK = "another-pack", Error,
        ru: "файл «{file}» в этой папке сделан из комплекта «{pack}», а там его больше нет",
        en: "“{file}” in this folder was made of the pack “{pack}”, which is no longer there",
        hint_ru: "если вы перенесли или переименовали комплект или эту папку, удалите из неё старые файлы вместе с manifest.json и соберите ещё раз; если комплект другой, дайте ему свою папку: `--out ПАПКА`",
        hint_en: "if you moved or renamed the pack or this folder, remove the old files with manifest.json from it and build again; if it is another pack, give it a folder of its own: `--out DIR`";
    /// A build that stopped between two files.
    PARTLY_WRITTEN = "partly-written", Warning,
        ru: "записаны не все файлы: новые – {new}; прежние или не записаны – {old}",
        en: "not all files were written: new are {new}; old or not written are {old}",
        hint_ru: "пока сборка не пройдёт до конца, не отправляйте эти файлы",
        hint_en: "do not send these files before a build has come to its end";
    /// A name that no file may have.
    BAD_FILE_NAME = "bad-file-name", Error,
        ru: "файл не может называться `{name}`: мешает `{why}`", en: "no file can be called `{name}`: `{why}` is in the way",
        hint_ru: "оставьте буквы, цифры, пробелы и дефисы", hint_en: "keep letters, digits, spaces and hyphens";
    /// A name that systems keep for themselves, or an odd one.
    ODD_FILE_NAME = "bad-file-name", Error,
        ru: "файл не может называться `{name}`", en: "no file can be called `{name}`",
        hint_ru: "выберите другое имя: без точки в начале и в конце, не длиннее 200 байт и не слово, занятое системой",
        hint_en: "choose another name: no full stop at its ends, at most 200 bytes, and no word that systems keep";
    /// A document that is listed twice.
    DOCUMENT_TWICE = "file-name-twice", Error,
        ru: "документ «{name}» стоит в `документы:` дважды", en: "the document “{name}” is listed twice in `documents:`",
        hint_ru: "удалите одну из двух строк", hint_en: "remove one of the two lines";
    /// Two documents of one name.
    NAME_TWICE = "file-name-twice", Error,
        ru: "два документа хотят называться «{name}»", en: "two documents want to be called “{name}”",
        hint_ru: "дайте одному из них `имя_файла:`", hint_en: "give one of them `file_name:`";
    /// Two files of one name.
    FILE_TWICE = "file-name-twice", Error,
        ru: "два файла хотят называться «{name}»", en: "two files want to be called “{name}”",
        hint_ru: "дайте одному из документов другое `имя_файла:`", hint_en: "give one of the documents another `file_name:`";
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
