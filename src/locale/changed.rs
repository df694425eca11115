//! What the reader changed.

texts! {
    /// The note that the answer is not the network's alone.
    Changed {
        /// What opens the note; what is changed follows.
        by_you { en: "Changed by you:", de: "Von dir geändert:" }
        /// So many attention weights are given.
        weights(count: usize) {
            en: match count {
                1 => "1 attention weight".to_owned(),
                _ => format!("{count} attention weights"),
            },
            de: match count {
                1 => "1 Aufmerksamkeitsgewicht".to_owned(),
                _ => format!("{count} Aufmerksamkeitsgewichte"),
            },
        }
        /// So many sentences can't be read.
        muted(count: usize) {
            en: match count {
                1 => "1 muted sentence".to_owned(),
                _ => format!("{count} muted sentences"),
            },
            de: match count {
                1 => "1 stummer Satz".to_owned(),
                _ => format!("{count} stumme Sätze"),
            },
        }
        /// The temperature of the softmax.
        temperature(degrees: &str) {
            en: format!("temperature {degrees}"),
            de: format!("Temperatur {degrees}"),
        }
        /// The number of hops.
        hops(hops: usize) {
            en: match hops {
                1 => "1 hop".to_owned(),
                _ => format!("{hops} hops"),
            },
            de: match hops {
                1 => "1 Leseschritt".to_owned(),
                _ => format!("{hops} Leseschritte"),
            },
        }
        /// Takes all of it back.
        back {
            en: "Back to the network’s own reading",
            de: "Zurück zur Lesart des Netzes",
        }
    }
}
