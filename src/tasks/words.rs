//! The names of people, places, things and animals from which wide stories are cast.
//!
//! A name in capitals is a proper one and stands without an article ("Hyde Park"); every other
//! noun takes one ("the red kite"). [`the`] and [`short`] follow from the spelling alone.
//!
//! No word here is a word with which stories say what happens, so that a reader can tell the two
//! apart.

use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

/// Women and girls, "she".
#[rustfmt::skip]
pub(super) const WOMEN: &[&str] = &[
    "Mary", "Sandra", "Julie", "Priya", "Ann", "Emma", "Olivia", "Sofia", "Mei", "Aisha", "Fatima",
    "Yuki", "Hana", "Chloe", "Zoe", "Lena", "Greta", "Astrid", "Freya", "Saoirse", "Niamh",
    "Siobhan", "Bridget", "Carmen", "Lucia", "Valentina", "Isabella", "Camila", "Gabriela",
    "Mariana", "Beatriz", "Ana", "Ines", "Leila", "Nadia", "Yasmin", "Samira", "Amina", "Zainab",
    "Noor", "Layla", "Anika", "Deepa", "Lakshmi", "Kavita", "Meera", "Sunita", "Radha", "Ayesha",
    "Nkechi", "Chioma", "Adaeze", "Ngozi", "Wanjiru", "Akua", "Abena", "Thandiwe", "Zanele",
    "Lerato", "Nomsa", "Olga", "Svetlana", "Tatiana", "Irina", "Natasha", "Katya", "Anastasia",
    "Agnieszka", "Kasia", "Zofia", "Magda", "Eszter", "Ilona", "Petra", "Jana", "Eva", "Vesna",
    "Mila", "Elena", "Ioana", "Despina", "Eleni", "Katerina", "Defne", "Elif", "Zeynep", "Ayla",
    "Miriam", "Rivka", "Noa", "Tamar", "Ximena", "Itzel", "Marisol", "Rosalind", "Harriet",
    "Charlotte", "Amelia", "Eleanor", "Margaret", "Susan", "Linda", "Patricia", "Jennifer",
    "Jessica", "Emily", "Gertrude", "Winona", "Lily", "Agatha", "Beryl", "Doris", "Edith",
    "Florence", "Hazel", "Iris", "Josephine", "Kathleen", "Lorna", "Maureen", "Nancy", "Pauline",
    "Rachel", "Sarah", "Teresa", "Ursula", "Vera", "Wendy", "Yvonne", "Sakura", "Aiko", "Naomi",
    "Keiko", "Haruka", "Ji-woo", "Min-seo", "Soo-jin", "Xiu", "Ling", "Lan", "Linh", "Thuy",
    "Malee", "Dewi", "Putri", "Siti", "Marama", "Aroha", "Moana", "Leilani", "Ama", "Zoë", "Renée",
    "Chloé", "Françoise", "Amélie", "Brigitte", "Giulia", "Chiara", "Francesca", "Liv", "Sigrid",
    "Kirsten", "Maja", "Linnea", "Aino", "Kaisa", "Anna Maria", "Mary Jane", "Rosa Luz",
    "Aunt Polly", "Aunt Hilda", "Mrs Hudson", "Mrs Okafor", "Miss Marple", "Miss Scarlett",
    "Queen Maud", "Lady Bracknell", "Grandma Rosie", "Granny Smythe", "Sister Agnes",
    "Princess Aurora", "Madame Curie", "Mei Lin", "Maria Lopez", "Sophie Dubois", "Jane Doe",
];

/// Men and boys, "he".
#[rustfmt::skip]
pub(super) const MEN: &[&str] = &[
    "John", "Daniel", "Fred", "Jeff", "Bill", "Tom", "Bob", "Peter", "Paul", "James", "Oliver",
    "Liam", "Noah", "Ethan", "Lucas", "Mateo", "Diego", "Santiago", "Javier", "Carlos", "Miguel",
    "Pablo", "Joaquin", "Rafael", "Thiago", "Joao", "Tiago", "Nuno", "Luca", "Marco", "Giovanni",
    "Alessandro", "Enzo", "Pierre", "Jean", "Antoine", "Olivier", "Etienne", "Hugo", "Lars",
    "Sven", "Bjorn", "Anders", "Erik", "Magnus", "Mikko", "Juhani", "Hans", "Klaus", "Jürgen",
    "Dieter", "Matthias", "Stefan", "Jakub", "Pavel", "Tomasz", "Wojciech", "Piotr", "Laszlo",
    "Gabor", "Milos", "Dragan", "Ivan", "Dmitri", "Sergei", "Yuri", "Boris", "Oleg", "Taras",
    "Giorgos", "Nikos", "Kostas", "Mehmet", "Emre", "Murat", "Kerem", "Ahmed", "Omar", "Hassan",
    "Khalid", "Yusuf", "Ibrahim", "Tariq", "Karim", "Rashid", "Ali", "Reza", "Farid", "Arash",
    "Arjun", "Rohan", "Vikram", "Sanjay", "Raj", "Anil", "Suresh", "Imran", "Bilal", "Chen", "Wei",
    "Jun", "Feng", "Hao", "Kenji", "Hiroshi", "Takeshi", "Ryu", "Daichi", "Min-jun", "Ji-ho",
    "Dong-hyun", "Minh", "Quang", "Somchai", "Budi", "Agus", "Wayan", "Kofi", "Kwame", "Yaw",
    "Chidi", "Emeka", "Obinna", "Tunde", "Femi", "Juma", "Baraka", "Kamau", "Sipho", "Thabo",
    "Tendai", "Moses", "Isaac", "Jacob", "Avi", "Eitan", "Yosef", "Tane", "Wiremu", "Sione", "Kai",
    "Keanu", "Seamus", "Declan", "Eoin", "Angus", "Callum", "Hamish", "Gareth", "Rhys", "Owen",
    "Arthur", "Albert", "Cedric", "Dudley", "Edmund", "Francis", "Gerald", "Harold", "Ignatius",
    "Jasper", "Kenneth", "Lionel", "Martin", "Nigel", "Oscar", "Percy", "Ralph", "Stanley",
    "Trevor", "Victor", "Walter", "Julius", "Bernhard", "Brian", "Greg", "Sumit", "Yann", "Jason",
    "José", "André", "Søren", "Uncle Bob", "Uncle Vernon", "Mr Darcy", "Mr Tanaka", "Mr Bean",
    "Sir Gawain", "King Alfred", "Prince Hal", "Lord Byron", "Colonel Mustard", "Reverend Green",
    "Brother Cadfael", "Grandpa Joe", "Jean Luc", "Juan Carlos", "Ben Ali", "John Smith",
    "Peter Pan", "Robin Hood", "Old Tom",
];

/// People whom the name doesn't tell for a woman or a man, "they".
#[rustfmt::skip]
pub(super) const OTHERS: &[&str] = &[
    "Sam", "Alex", "Robin", "Kim", "Jordan", "Taylor", "Morgan", "Casey", "Riley", "Jamie",
    "Quinn", "Avery", "Rowan", "Sasha", "Ariel", "Charlie", "Frankie", "Jesse", "Skyler", "Emery",
    "Phoenix", "Sidney", "Lee", "Devon", "Marlow", "Toni", "Nicky", "Micah", "Tenzin", "Sonam",
    "Professor Plum", "Professor Oak", "Doctor Lee", "Doctor Watson", "Doctor Okoye",
    "Captain Nemo", "Captain Hook", "Inspector Morse", "Sergeant Pepper", "Judge Dredd",
    "Agent Seven", "Chef Ramon", "Nurse Kelly", "Coach Carter", "Major Tomkins", "Detective Diaz",
    "Pilot Singh", "Farmer Maggot",
];

/// Places that one can go to, be in and be at.
#[rustfmt::skip]
pub(super) const PLACES: &[&str] = &[
    "bathroom", "bedroom", "garden", "hallway", "kitchen", "office", "cinema", "park", "school",
    "library", "museum", "station", "airport", "harbour", "market", "bakery", "butchery",
    "supermarket", "bookshop", "pharmacy", "hospital", "clinic", "bank", "hotel", "hostel",
    "restaurant", "café", "cafeteria", "canteen", "pub", "bar", "theatre", "opera", "stadium",
    "gym", "pool", "beach", "forest", "meadow", "field", "orchard", "vineyard", "farm", "barn",
    "stable", "mill", "castle", "palace", "tower", "church", "chapel", "temple", "mosque",
    "synagogue", "monastery", "cemetery", "garage", "workshop", "factory", "warehouse",
    "laboratory", "studio", "gallery", "archive", "classroom", "university", "nursery",
    "playground", "zoo", "aquarium", "circus", "fairground", "playroom", "ballroom", "lounge",
    "lobby", "cellar", "basement", "loft", "balcony", "terrace", "porch", "veranda", "courtyard",
    "yard", "shed", "cottage", "cabin", "hut", "tent", "campsite", "cave", "canyon", "valley",
    "mountain", "hill", "island", "lake", "river", "bridge", "dam", "canal", "dock", "pier",
    "marina", "shipyard", "village", "town", "square", "mall", "arcade", "plaza", "embassy",
    "courthouse", "prison", "barracks", "bunker", "fortress", "dungeon", "crypt", "corridor",
    "staircase", "elevator", "bathhouse", "sauna", "spa", "salon", "barbershop", "laundry",
    "tailory", "florist", "dairy", "brewery", "winery", "distillery", "refinery", "mine",
    "sawmill", "depot", "hangar", "runway", "platform", "subway", "tram", "ferry", "bus", "train",
    "van", "car", "crossroads", "junction", "bazaar", "kiosk", "stall", "diner", "bistro",
    "pizzeria", "teahouse", "tavern", "inn", "motel", "casino", "nightclub", "concert hall",
    "town hall", "dining room", "living room", "guest room", "waiting room", "meeting room",
    "engine room", "throne room", "storage room", "laundry room", "train station", "bus stop",
    "police station", "fire station", "post office", "shopping centre", "car park", "art gallery",
    "science lab", "swimming pool", "football pitch", "tennis court", "ice rink", "old mill",
    "old town", "rose garden", "kitchen garden", "roof terrace", "wine cellar", "#9 platform",
    "city centre", "herb garden", "monkey house", "palm house", "New York", "Paris", "London",
    "Tokyo", "Nairobi", "Lagos", "Cairo", "Mumbai", "Delhi", "Beijing", "Shanghai", "Seoul",
    "Hanoi", "Jakarta", "Sydney", "Auckland", "Lima", "Bogota", "Buenos Aires", "Rio de Janeiro",
    "Mexico City", "San Francisco", "Los Angeles", "Chicago", "Toronto", "Montreal", "Reykjavik",
    "Oslo", "Stockholm", "Helsinki", "Copenhagen", "Berlin", "Munich", "Vienna", "Zürich",
    "Geneva", "Rome", "Milan", "Madrid", "Barcelona", "Lisbon", "Athens", "Istanbul", "Tehran",
    "Baghdad", "Accra", "Dakar", "Cape Town", "Addis Ababa", "Hyde Park", "Central Park",
    "Baker Street", "Abbey Road", "Times Square", "Camp Nou", "Hong Kong", "Kuala Lumpur",
    "Saint Petersburg", "Santa Fe", "Las Vegas", "Lake Como",
];

/// Things that one can carry.
#[rustfmt::skip]
pub(super) const THINGS: &[&str] = &[
    "apple", "football", "milk", "pear", "banana", "orange", "lemon", "mango", "peach", "plum",
    "melon", "pineapple", "coconut", "carrot", "potato", "tomato", "onion", "cucumber", "pumpkin",
    "cabbage", "bread", "loaf", "baguette", "sandwich", "pizza", "cake", "pie", "biscuit",
    "cookie", "muffin", "croissant", "cheese", "butter", "egg", "ham", "sausage", "honey", "jam",
    "sugar", "salt", "pepper", "flour", "rice", "coffee", "tea", "juice", "wine", "water",
    "bottle", "cup", "mug", "glass", "plate", "bowl", "fork", "knife", "spoon", "pan", "pot",
    "jug", "vase", "candle", "lamp", "torch", "matchbox", "key", "keyring", "padlock", "coin",
    "wallet", "purse", "handbag", "backpack", "suitcase", "briefcase", "basket", "bucket", "box",
    "parcel", "package", "envelope", "letter", "postcard", "stamp", "newspaper", "magazine",
    "book", "notebook", "diary", "dictionary", "atlas", "map", "poster", "painting", "drawing",
    "photo", "camera", "tripod", "laptop", "tablet", "phone", "charger", "battery", "cable",
    "radio", "microphone", "speaker", "guitar", "violin", "cello", "flute", "clarinet", "trumpet",
    "drum", "harp", "piano", "whistle", "bell", "kite", "ball", "doll", "teddy", "puppet",
    "puzzle", "dice", "frisbee", "racket", "bat", "helmet", "skateboard", "scooter", "sled",
    "trophy", "medal", "crown", "ring", "necklace", "bracelet", "earring", "brooch", "pearl",
    "diamond", "ruby", "emerald", "hat", "cap", "scarf", "glove", "mitten", "sock", "shoe", "boot",
    "sandal", "slipper", "shirt", "sweater", "jacket", "coat", "dress", "skirt", "belt", "tie",
    "apron", "towel", "blanket", "pillow", "cushion", "rug", "curtain", "soap", "sponge", "brush",
    "comb", "mirror", "razor", "toothbrush", "hammer", "saw", "drill", "screwdriver", "wrench",
    "nail", "screw", "ladder", "shovel", "spade", "rake", "hose", "axe", "rope", "chain", "net",
    "anchor", "oar", "paddle", "flag", "banner", "map case", "sword", "shield", "bow", "arrow",
    "spear", "dagger", "wand", "broom", "mop", "vacuum", "clock", "calendar", "calculator",
    "ruler", "pencil", "pen", "crayon", "eraser", "stapler", "glue", "tape", "folder", "report",
    "contract", "passport", "ticket", "receipt", "invoice", "cheque", "ornament", "statue",
    "figurine", "globe", "telegram", "microscope", "magnet", "prism", "hourglass", "chessboard",
    "domino", "balloon", "flower", "tulip", "daisy", "orchid", "cactus", "fern", "acorn",
    "feather", "shell", "pebble", "crystal", "fossil", "ice cream", "fruit salad", "teacup",
    "yo-yo", "first-aid kit",
];

/// Owners of things, who have no other part in a story.
#[rustfmt::skip]
pub(super) const OWNERS: &[&str] = &[
    "Grandma", "Grandpa", "Mum", "Dad", "Clara", "Felix", "Nina", "Otto", "Paula", "Simon", "Tina",
];

/// Animals, as one and as many.
#[rustfmt::skip]
pub(super) const ANIMALS: &[(&str, &str)] = &[
    ("cat", "cats"), ("dog", "dogs"), ("mouse", "mice"), ("wolf", "wolves"), ("sheep", "sheep"),
    ("lion", "lions"), ("frog", "frogs"), ("swan", "swans"), ("rhino", "rhinos"),
    ("goose", "geese"), ("deer", "deer"), ("ox", "oxen"), ("calf", "calves"), ("fox", "foxes"),
    ("pony", "ponies"), ("puppy", "puppies"), ("fly", "flies"), ("butterfly", "butterflies"),
    ("monkey", "monkeys"), ("donkey", "donkeys"), ("turkey", "turkeys"), ("tiger", "tigers"),
    ("bear", "bears"), ("rabbit", "rabbits"), ("hare", "hares"), ("horse", "horses"),
    ("cow", "cows"), ("pig", "pigs"), ("goat", "goats"), ("hen", "hens"), ("duck", "ducks"),
    ("eagle", "eagles"), ("hawk", "hawks"), ("owl", "owls"), ("crow", "crows"),
    ("raven", "ravens"), ("parrot", "parrots"), ("penguin", "penguins"), ("ostrich", "ostriches"),
    ("stork", "storks"), ("snake", "snakes"), ("lizard", "lizards"), ("turtle", "turtles"),
    ("crocodile", "crocodiles"), ("toad", "toads"), ("newt", "newts"), ("shark", "sharks"),
    ("whale", "whales"), ("dolphin", "dolphins"), ("seal", "seals"), ("octopus", "octopuses"),
    ("crab", "crabs"), ("lobster", "lobsters"), ("spider", "spiders"), ("ant", "ants"),
    ("bee", "bees"), ("wasp", "wasps"), ("beetle", "beetles"), ("moth", "moths"),
    ("elephant", "elephants"), ("giraffe", "giraffes"), ("zebra", "zebras"), ("hippo", "hippos"),
    ("camel", "camels"), ("llama", "llamas"), ("kangaroo", "kangaroos"), ("koala", "koalas"),
    ("panda", "pandas"), ("leopard", "leopards"), ("cheetah", "cheetahs"), ("jackal", "jackals"),
    ("hyena", "hyenas"), ("moose", "moose"), ("bison", "bison"), ("buffalo", "buffaloes"),
    ("squirrel", "squirrels"), ("hamster", "hamsters"), ("rat", "rats"), ("mole", "moles"),
    ("hedgehog", "hedgehogs"), ("bat", "bats"), ("beaver", "beavers"), ("skunk", "skunks"),
    ("raccoon", "raccoons"), ("weasel", "weasels"), ("lynx", "lynxes"), ("gecko", "geckos"),
    ("iguana", "iguanas"), ("salmon", "salmon"), ("trout", "trout"), ("peacock", "peacocks"),
    ("flamingo", "flamingos"), ("pigeon", "pigeons"), ("sparrow", "sparrows"), ("robin", "robins"),
    ("gull", "gulls"), ("dragon", "dragons"), ("unicorn", "unicorns"), ("griffin", "griffins"),
    ("polar bear", "polar bears"),
];

/// Colours.
#[rustfmt::skip]
pub(super) const COLOURS: &[&str] = &[
    "red", "blue", "green", "yellow", "white", "black", "gray", "brown", "pink", "purple",
    "orange", "violet", "golden", "silver", "crimson", "scarlet", "indigo", "olive", "teal",
    "navy", "cream", "ivory", "amber", "bronze", "copper", "lilac", "lavender", "coral", "khaki",
    "tan",
];

/// What may be said of a thing besides its colour, to tell it from others.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &[&str] = &[
    "small", "tiny", "big", "large", "huge", "old", "new", "ancient", "modern", "broken",
    "cracked", "dusty", "rusty", "shiny", "polished", "dirty", "clean", "heavy", "wooden",
    "plastic", "metal", "leather", "paper", "cardboard", "woollen", "silk", "cotton", "striped",
    "spotted", "plain", "fancy", "cheap", "expensive", "precious", "rare", "strange", "funny",
    "pretty", "ugly", "lovely", "favourite", "spare", "second-hand", "hand-made", "well-worn",
    "worn-out", "half-empty", "brand-new", "long-lost", "stolen", "forgotten", "borrowed",
    "frozen", "warm", "cold", "wet", "dry", "soft", "hard", "round", "folded", "sealed", "wrapped",
    "engraved", "painted", "foreign", "secret", "magic", "lucky", "famous", "#7", "#42", "#118",
    "3.5 kg", "0.5 kg", "12 kg", "20 cm", "1.5 l", "$5", "№ 3", "19th-century",
];

/// Shapes in the plane and in space.
#[rustfmt::skip]
pub(super) const SHAPES: &[&str] = &[
    "sphere", "square", "rectangle", "triangle", "circle", "cube", "cone", "cylinder", "pyramid",
    "pentagon", "hexagon", "octagon", "oval", "ellipse", "diamond", "star", "heart", "cross",
    "prism", "disc", "rhombus", "trapezoid", "crescent", "ring", "spiral",
];

/// The name as it stands in a sentence: a proper name (in capitals) without an article, any other
/// with one.
pub(super) fn the(name: &str) -> String {
    if name.starts_with(char::is_uppercase) {
        name.to_owned()
    } else {
        format!("the {name}")
    }
}

/// The name as an answer gives it: a proper name as a whole, of any other the noun alone ("kite"
/// for the red kite and for Mary's kite).
pub(super) fn short(name: &str) -> &str {
    if name.starts_with(char::is_uppercase) && !name.contains("'s ") {
        name
    } else {
        name.rsplit(' ').next().unwrap_or(name)
    }
}

/// So many of the list by chance, fewer if there are no more. None has a word in common with
/// another or with those to be kept apart from, so that no part of a name can stand for another.
pub(super) fn several<'a>(
    from: &[&'a str],
    count: usize,
    apart_from: &[&str],
    rng: &mut impl Rng,
) -> Vec<&'a str> {
    let mut chosen: Vec<&str> = Vec::with_capacity(count);
    for &name in from.sample(rng, from.len()) {
        if chosen.len() == count {
            break;
        }
        let mut others = chosen.iter().chain(apart_from);
        if others.all(|other| !share_a_word(name, other)) {
            chosen.push(name);
        }
    }
    chosen
}

/// Any of the list.
pub(super) fn any<T: Copy>(from: &[T], rng: &mut impl Rng) -> T {
    from[rng.random_range(0..from.len())]
}

fn share_a_word(one: &str, other: &str) -> bool {
    one.split(' ')
        .any(|word| other.split(' ').any(|its| its.eq_ignore_ascii_case(word)))
}
