//! How texts are written down.

/// The texts of an area of the page: a structure with a field for each text, and one constant for
/// each language.
///
/// A text with arguments is a function, and a method of the same name calls it. A text with a type
/// is of that type.
macro_rules! texts {
    (
        $(#[$area_doc:meta])*
        $area:ident {
            $(
                $(#[$doc:meta])*
                $name:ident
                $(($($argument:ident: $argument_type:ty),+))?
                $(: $type:ty)?
                { en: $english:expr, de: $german:expr $(,)? }
            )+
        }
    ) => {
        $(#[$area_doc])*
        #[derive(Debug)]
        pub struct $area {
            $(
                $(#[$doc])*
                pub $name: text!(type $(($($argument_type),+))? $(: $type)?),
            )+
        }

        impl $area {
            $($(
                /// Says the text of this name.
                pub fn $name(&self, $($argument: $argument_type),+) -> String {
                    (self.$name)($($argument),+)
                }
            )?)+
        }

        pub(super) const ENGLISH: $area = $area {
            $($name: text!(value $(($($argument: $argument_type),+))? $english),)+
        };

        pub(super) const GERMAN: $area = $area {
            $($name: text!(value $(($($argument: $argument_type),+))? $german),)+
        };
    };
}

/// The type and the value of one text, by what it depends on.
macro_rules! text {
    (type) => { &'static str };
    (type : $type:ty) => { $type };
    (type ($($argument_type:ty),+)) => { fn($($argument_type),+) -> String };
    (value ($($argument:ident: $argument_type:ty),+) $text:expr) => {
        |$($argument: $argument_type),+| -> String { $text }
    };
    (value $text:expr) => { $text };
}

/// The texts of all areas, in each language.
macro_rules! areas {
    ($($(#[$doc:meta])* $module:ident: $area:ident,)+) => {
        /// Every text that the page shows, in one language.
        #[derive(Debug)]
        pub struct Texts {
            /// The language.
            pub language: Language,
            $($(#[$doc])* pub $module: $module::$area,)+
        }

        /// The texts in English.
        pub static ENGLISH: Texts = Texts {
            language: Language::English,
            $($module: $module::ENGLISH,)+
        };

        /// The texts in German.
        pub static GERMAN: Texts = Texts {
            language: Language::German,
            $($module: $module::GERMAN,)+
        };
    };
}
