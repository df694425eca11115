//! Links, and what can be taken away.

texts! {
    /// The texts of the share menu, and those that a link brings along.
    Share {
        /// What opens the menu.
        title { en: "Share", de: "Teilen" }
        /// Copies a link to the page as it is.
        copy_link { en: "Copy link", de: "Link kopieren" }
        /// The link is in the clipboard.
        copied { en: "The link is copied.", de: "Der Link ist kopiert." }
        /// The browser did not let the page copy; the link follows, to be copied by hand.
        copy_yourself {
            en: "Your browser lets nothing be copied here. The link:",
            de: "Dein Browser lässt hier nichts kopieren. Der Link:",
        }
        /// The heatmap as a picture made of pixels.
        png { en: "Heatmap as PNG", de: "Bild als PNG" }
        /// The heatmap as a picture made of shapes.
        svg { en: "Heatmap as SVG", de: "Bild als SVG" }
        /// The weights as a table.
        csv { en: "Attention as CSV", de: "Gewichte als CSV" }
        /// All of the answer as data.
        json { en: "Answer as JSON", de: "Antwort als JSON" }
        /// The picture could not be drawn.
        no_picture {
            en: "Your browser could not draw the picture; the SVG holds the same.",
            de: "Dein Browser konnte das Bild nicht zeichnen; das SVG enthält dasselbe.",
        }
        /// The heading of the picture: the question, and the answer in quotation marks.
        picture(question: &str, answer: &str) {
            en: format!("{question} – {answer}"),
            de: format!("{question} – {answer}"),
        }
        /// The page shows what a link held, in the place of the reader's own.
        opened {
            en: "This came with a link. Undo brings back what you had.",
            de: "Das kam mit einem Link. Mit „Rückgängig“ kommt zurück, was du hattest.",
        }
        /// The link was changed or cut off on its way.
        altered {
            en: "The link was altered or cut off on its way: here is what could be read of it.",
            de: "Der Link wurde unterwegs verändert oder abgeschnitten: Das hier war noch lesbar.",
        }
        /// The link was made with another network than the one that answers.
        stale {
            en: "The link was made with other weights than this page has, so the answer may be another.",
            de: "Der Link wurde mit anderen Gewichten gemacht, als diese Seite hat; die Antwort kann also eine andere sein.",
        }
    }
}
