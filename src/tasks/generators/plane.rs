//! Places and objects beside each other in a plane, as tasks 4, 17 and 19 tell of them.

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_pcg::Pcg32;

use crate::tasks::words::any;

/// A direction in the plane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// North on a map, above on a wall.
    Up,
    /// East, to the right.
    Right,
    /// South, below.
    Down,
    /// West, to the left.
    Left,
}

impl Direction {
    pub const ALL: [Self; 4] = [Self::Up, Self::Right, Self::Down, Self::Left];

    pub fn opposite(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Right => Self::Left,
            Self::Down => Self::Up,
            Self::Left => Self::Right,
        }
    }

    fn from(self, (x, y): Position) -> Position {
        match self {
            Self::Up => (x, y + 1),
            Self::Right => (x + 1, y),
            Self::Down => (x, y - 1),
            Self::Left => (x - 1, y),
        }
    }
}

type Position = (i32, i32);

/// That one (by number) lies in some direction of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Relation {
    pub subject: usize,
    pub direction: Direction,
    pub object: usize,
}

impl Relation {
    pub fn new(subject: usize, direction: Direction, object: usize) -> Self {
        Self {
            subject,
            direction,
            object,
        }
    }

    /// The same, said of the object.
    pub fn inverse(self) -> Self {
        Self::new(self.object, self.direction.opposite(), self.subject)
    }

    /// The same, said of this one, if it is about it.
    fn about(self, one: usize) -> Option<Self> {
        [self, self.inverse()]
            .into_iter()
            .find(|relation| relation.subject == one)
    }
}

/// A step from one to its neighbour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub direction: Direction,
    /// The place of the relation that tells of it among those told.
    pub told: usize,
}

/// Where so many lie, no two at the same point, and which are neighbours: each but the first is
/// put beside an earlier one.
#[derive(Debug)]
pub(super) struct Layout {
    pub positions: Vec<Position>,
    pub relations: Vec<Relation>,
}

impl Layout {
    pub fn grown(count: usize, rng: &mut Pcg32) -> Self {
        let mut layout = Self {
            positions: vec![(0, 0)],
            relations: Vec::new(),
        };
        while layout.positions.len() < count {
            let object = rng.random_range(0..layout.positions.len());
            let direction = any(&Direction::ALL, rng);
            let position = direction.from(layout.positions[object]);
            if !layout.positions.contains(&position) {
                let subject = layout.positions.len();
                layout
                    .relations
                    .push(Relation::new(subject, direction, object));
                layout.positions.push(position);
            }
        }
        layout
    }

    /// Whether any other lies in that direction, be it straight or aslant.
    pub fn has_any(&self, direction: Direction, of: usize) -> bool {
        let at = self.positions[of];
        self.positions.iter().any(|(x, y)| match direction {
            Direction::Up => *y > at.1,
            Direction::Right => *x > at.0,
            Direction::Down => *y < at.1,
            Direction::Left => *x < at.0,
        })
    }
}

/// The relations between so many in the order and from the sides from which the published stories
/// tell them: of any, next to any of its neighbours, unless that has been told.
pub(super) fn told(relations: &[Relation], count: usize, rng: &mut Pcg32) -> Vec<Relation> {
    let mut told: Vec<Relation> = Vec::with_capacity(relations.len());
    while told.len() < relations.len() {
        let one = rng.random_range(0..count);
        let all: Vec<Relation> = relations
            .iter()
            .filter_map(|relation| relation.about(one))
            .collect();
        if let Some(next) = all.choose(rng)
            && !told.contains(next)
            && !told.contains(&next.inverse())
        {
            told.push(*next);
        }
    }
    told
}

/// The way from one to another along what was told, which must hold no circle.
pub(super) fn way(told: &[Relation], from: usize, to: usize) -> Option<Vec<Step>> {
    way_without(None, told, from, to)
}

fn way_without(
    came_by: Option<usize>,
    told: &[Relation],
    from: usize,
    to: usize,
) -> Option<Vec<Step>> {
    if from == to {
        return Some(Vec::new());
    }
    told.iter()
        .enumerate()
        .filter(|(index, _)| Some(*index) != came_by)
        .find_map(|(index, relation)| {
            let relation = relation.about(from)?;
            let first = Step {
                direction: relation.direction.opposite(),
                told: index,
            };
            let rest = way_without(Some(index), told, relation.object, to)?;
            Some([vec![first], rest].concat())
        })
}
