//! What is said about pictures.

crate::messages! {
    /// A file that is neither PNG nor JPEG.
    PICTURE_FORMAT = "picture-format", Error,
        ru: "«{file}» – не PNG и не JPEG: {what}", en: "“{file}” is neither PNG nor JPEG: {what}",
        hint_ru: "откройте картинку и сохраните как PNG (рисунок, герб) или JPEG (снимок)",
        hint_en: "open the picture and save it as PNG (a drawing, a coat of arms) or JPEG (a photograph)";
    /// A picture that is damaged.
    PICTURE_BROKEN = "picture-broken", Error,
        ru: "картинка «{file}» не читается: {why}", en: "the picture “{file}” cannot be read: {why}",
        hint_ru: "возьмите файл заново или откройте его и сохраните ещё раз",
        hint_en: "fetch the file once more, or open it and save it again";
    /// A picture with too many dots.
    PICTURE_LARGE = "picture-too-large", Error,
        ru: "картинка «{file}» слишком велика: {size} точек, а принимается не больше 40 млн",
        en: "the picture “{file}” is too large: {size} dots, and at most 40 million are taken",
        hint_ru: "уменьшите её: слайду довольно 1920 × 1080 точек",
        hint_en: "make it smaller: 1920 × 1080 dots are enough for a slide";
    /// A photograph in the colours of a printing press.
    PICTURE_COLOURS = "picture-colours", Error,
        ru: "в картинке «{file}» типографские цвета (CMYK): экран и Word покажут их неверно",
        en: "the picture “{file}” has the colours of printing (CMYK), which screens and Word show wrongly",
        hint_ru: "сохраните её в цветах RGB", hint_en: "save it in RGB colours";
    /// A photograph that lies on its side.
    PICTURE_TURNED = "picture-turned", Error,
        ru: "снимок «{file}» лежит на боку: телефон пометил, что его надо повернуть, но не повернул",
        en: "the photograph “{file}” lies on its side: the telephone noted that it is to be turned and did not turn it",
        hint_ru: "откройте снимок, поверните и сохраните", hint_en: "open the photograph, turn it and save it";
}
