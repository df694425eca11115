//! What can go wrong when a network is loaded.

texts! {
    /// Each failure with what can be done about it. A cause is technical, and English.
    Failures {
        /// The browser says that it is offline.
        offline {
            en: "You seem to be offline, so the network could not be loaded. Reconnect and retry.",
            de: "Du bist anscheinend offline, deshalb konnte das Netz nicht geladen werden. Stell die Verbindung wieder her und versuch es noch einmal.",
        }
        /// The request was not answered.
        unreachable {
            en: "The network could not be loaded: the server doesn't answer. Wait a moment and retry.",
            de: "Das Netz konnte nicht geladen werden: Der Server antwortet nicht. Warte einen Augenblick und versuch es noch einmal.",
        }
        /// The server has no such file.
        missing(file: &str) {
            en: format!("The network is not on this server: {file} was not found (404). If it was only just published, wait a moment and retry."),
            de: format!("Das Netz liegt nicht auf diesem Server: {file} wurde nicht gefunden (404). Falls es eben erst veröffentlicht wurde, warte einen Augenblick und versuch es noch einmal."),
        }
        /// The server answered with another error.
        server(status: u16, file: &str) {
            en: format!("The server could not send the network: it answered {status} for {file}. Wait a moment and retry."),
            de: format!("Der Server konnte das Netz nicht senden: Er antwortete mit {status} auf {file}. Warte einen Augenblick und versuch es noch einmal."),
        }
        /// Fewer (or more) bytes came than the record promises.
        truncated(arrived: usize, expected: usize) {
            en: format!("The network arrived incomplete: {arrived} of {expected} bytes of its weights. Check your connection and retry."),
            de: format!("Das Netz kam unvollständig an: {arrived} von {expected} Bytes seiner Gewichte. Prüf die Verbindung und versuch es noch einmal."),
        }
        /// The record can't be used.
        record(cause: &str) {
            en: format!("The record of the network is damaged: {cause}. Retry to load it afresh."),
            de: format!("Der Steckbrief des Netzes ist beschädigt: {cause}. Lade ihn neu, indem du es noch einmal versuchst."),
        }
        /// The record and the weights don't belong together.
        shape(cause: &str) {
            en: format!("The weights don't fit this version of the page: {cause}. Retry to load both afresh."),
            de: format!("Die Gewichte passen nicht zu dieser Fassung der Seite: {cause}. Lade beide neu, indem du es noch einmal versuchst."),
        }
        /// The weights are no weights.
        damaged(cause: &str) {
            en: format!("The weights of the network are damaged: {cause}. Retry to load them afresh."),
            de: format!("Die Gewichte des Netzes sind beschädigt: {cause}. Lade sie neu, indem du es noch einmal versuchst."),
        }
        /// The browser keeps a network of the reader's own no longer.
        not_kept(network: &str) {
            en: format!("This browser keeps “{network}” no longer. Choose another network."),
            de: format!("Dieser Browser hat „{network}“ nicht mehr. Wähl ein anderes Netz."),
        }
    }
}
