import Persistence

/// The tables, as migrations that run once each, in order. Statements are plain SQL that SQLite
/// reads; a migration that has shipped is never edited.
enum Schema {
  static let migrations: [Migration] = [
    Migration(
      id: "0001 cases and accounts",
      statements: [
        """
        CREATE TABLE cases (
          reference TEXT NOT NULL PRIMARY KEY,
          title TEXT NOT NULL,
          regime TEXT NOT NULL,
          received TEXT NOT NULL,
          clock_events TEXT NOT NULL,
          state TEXT NOT NULL,
          version INTEGER NOT NULL,
          next_step TEXT
        )
        """,
        "CREATE INDEX cases_by_state ON cases (state, received)",
        """
        CREATE TABLE events (
          reference TEXT NOT NULL REFERENCES cases (reference),
          sequence INTEGER NOT NULL,
          at TEXT NOT NULL,
          actor TEXT NOT NULL,
          act TEXT NOT NULL,
          payload TEXT NOT NULL,
          PRIMARY KEY (reference, sequence)
        )
        """,
        """
        CREATE TABLE requesters (
          reference TEXT NOT NULL PRIMARY KEY REFERENCES cases (reference),
          name TEXT NOT NULL,
          address TEXT NOT NULL,
          original TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE dispatches (
          reference TEXT NOT NULL PRIMARY KEY REFERENCES cases (reference),
          issued_on TEXT NOT NULL,
          fingerprint TEXT NOT NULL,
          letter TEXT NOT NULL,
          html TEXT NOT NULL,
          docx BLOB NOT NULL
        )
        """,
        """
        CREATE TABLE accounts (
          id TEXT NOT NULL PRIMARY KEY,
          email TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          role TEXT NOT NULL,
          password_hash TEXT,
          is_closed INTEGER NOT NULL
        )
        """,
        """
        CREATE TABLE sign_in_failures (
          email TEXT NOT NULL PRIMARY KEY,
          failures INTEGER NOT NULL,
          locked_until INTEGER NOT NULL
        )
        """,
        """
        CREATE TABLE invitations (
          fingerprint TEXT NOT NULL PRIMARY KEY,
          account TEXT NOT NULL REFERENCES accounts (id),
          expires INTEGER NOT NULL
        )
        """,
        """
        CREATE TABLE sessions (
          fingerprint TEXT NOT NULL PRIMARY KEY,
          account TEXT NOT NULL REFERENCES accounts (id),
          form_token TEXT NOT NULL,
          started INTEGER NOT NULL,
          seen INTEGER NOT NULL
        )
        """,
        "CREATE TABLE settings (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
      ]),
    Migration(
      id: "0002 files of a release",
      statements: [
        """
        CREATE TABLE files (
          sha256 TEXT NOT NULL PRIMARY KEY,
          size INTEGER NOT NULL,
          bytes BLOB NOT NULL
        )
        """,
        """
        CREATE TABLE case_files (
          reference TEXT NOT NULL REFERENCES cases (reference),
          sha256 TEXT NOT NULL REFERENCES files (sha256),
          inspection TEXT,
          redaction TEXT,
          PRIMARY KEY (reference, sha256)
        )
        """,
        "CREATE INDEX case_files_by_file ON case_files (sha256)",
        """
        CREATE TABLE redaction_plans (
          reference TEXT NOT NULL REFERENCES cases (reference),
          file TEXT NOT NULL,
          source TEXT NOT NULL REFERENCES files (sha256),
          revision INTEGER NOT NULL,
          plan TEXT NOT NULL,
          PRIMARY KEY (reference, file)
        )
        """,
        """
        CREATE TABLE released_files (
          reference TEXT NOT NULL REFERENCES dispatches (reference),
          position INTEGER NOT NULL,
          name TEXT NOT NULL,
          sha256 TEXT NOT NULL REFERENCES files (sha256),
          PRIMARY KEY (reference, position)
        )
        """,
      ]),
  ]
}
