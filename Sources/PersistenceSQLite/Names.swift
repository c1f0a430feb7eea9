import Persistence

// GRDB has types of the same names. Here the plain name means the product's own; GRDB's are
// written with their module.

typealias DatabaseValue = Persistence.DatabaseValue
typealias PersistenceError = Persistence.PersistenceError
typealias Row = Persistence.Row
typealias SQL = Persistence.SQL
