//! Enums of which every variant has a word of its own, each listed in one place only.

/// Makes such an enum with `ALL`, its variants in their order, and a function that gives the word of each: the id of its
/// message, or its name on the command line. A variant that is listed has both.
macro_rules! choices {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $($(#[$about_variant:meta])* $variant:ident = $word:literal,)+
        }
        $(#[$about_words:meta])*
        fn $words:ident
    ) => {
        $(#[$about])*
        pub enum $name {
            $($(#[$about_variant])* $variant,)+
        }

        impl $name {
            /// Every one, in the order in which they are offered.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            $(#[$about_words])*
            #[must_use]
            pub const fn $words(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

pub(crate) use choices;
