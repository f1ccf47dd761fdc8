//! Pictures as a pack describes them.

use super::chart::Height;
use super::read::Word;
use crate::record;
use crate::text::{Lines, RichText};

record! {
    /// A picture's place in a document.
    pub struct PictureFacts: "картинка" / "picture" {
        /// Its name for references.
        id: Option<Word> = "id" / "id",
            "Имя для ссылок {{рис имя}}." / "The name for references {{figure name}}.";
        /// Its file.
        file: Word = "файл" / "file",
            "Файл PNG или JPEG в папке комплекта." / "A PNG or JPEG file in the pack's folder.";
        /// What is seen on it.
        alt: Lines = "описание" / "alt",
            "Что на картинке, одной фразой: для тех, кто её не видит." /
            "What is seen on it, in one sentence: for those who do not see it.";
        /// Its caption.
        caption: Option<RichText> = "подпись" / "caption",
            "Подпись: на листе – внизу, в документе – под рисунком после слова «Рисунок» и номера." /
            "The caption: at a sheet's foot; in a document below the picture, after «Рисунок» and its number.";
        /// Its width.
        width: Option<Height> = "ширина" / "width",
            "Ширина, мм, вместо высоты." / "The width, mm, instead of the height.";
        /// Its height.
        height: Option<Height> = "высота" / "height",
            "Высота, мм; без неё – сколько есть места." / "The height, mm; as much as there is room for if not given.";
    }
}

impl PictureFacts {
    /// The name under which it was read: its file as it is written.
    pub fn key(&self) -> &str {
        &self.file.value
    }
}
