import GRDB
import WiseAPI

extension ProofRecords {
    /// The tables, in the order in which one refers to another.
    static let tables: [any StoredRecord.Type] = [
        OneTimeTokenRecord.self, ApprovalRecord.self, PublicKeyRecord.self, AccessTokenRecord.self,
    ]

    /// Writes all of them in the place of those that are stored. They are few: what is long past is forgotten.
    func replaceStored(_ database: Database) throws {
        for table in Self.tables { try database.execute(sql: "DELETE FROM \(table.table)") }
        for token in oneTimeTokens.values { try token.save(database) }
        for approval in approvals.values { try approval.save(database) }
        for key in keys { try key.save(database) }
        for token in accessTokens.values { try token.save(database) }
    }

    init(_ database: Database) throws {
        self.init()
        for token in try OneTimeTokenRecord.readAll(database) { oneTimeTokens[token.id] = token }
        for approval in try ApprovalRecord.readAll(database) { approvals[approval.profile] = approval }
        keys = try PublicKeyRecord.readAll(database)
        for token in try AccessTokenRecord.readAll(database) { accessTokens[token.digest] = token }
    }
}

extension OneTimeTokenRecord: StoredRecord {
    static let table = "one_time_token"
    static let order = "id"
    static let columns = [
        "id TEXT PRIMARY KEY NOT NULL", "profile INTEGER NOT NULL REFERENCES profile", "operation TEXT NOT NULL",
        "path TEXT NOT NULL", "created_at INTEGER NOT NULL", "passed TEXT NOT NULL", "approved_at INTEGER", "used_at INTEGER",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.text(), profile: try row.integer(), operation: try row.text(), path: try row.text(),
            createdAt: try row.time())
        for word in try row.text().split(separator: ",") {
            passed.append(try row.needed(ChallengeKind(rawValue: String(word))))
        }
        approvedAt = try row.optionalTime()
        usedAt = try row.optionalTime()
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(profile)
        row.add(operation)
        row.add(path)
        row.add(createdAt)
        row.add(passed.map(\.rawValue).joined(separator: ","))
        row.add(approvedAt)
        row.add(usedAt)
    }
}

extension ApprovalRecord: StoredRecord {
    static let table = "approval"
    static let order = "profile"
    static let columns = [
        "profile INTEGER PRIMARY KEY REFERENCES profile", "statement_at INTEGER", "session_at INTEGER", "pin_digest TEXT",
        "failures INTEGER NOT NULL", "blocked_until INTEGER",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(profile: try row.integer())
        statementAt = try row.optionalTime()
        sessionAt = try row.optionalTime()
        pinDigest = try row.optionalText()
        failures = try row.integer()
        blockedUntil = try row.optionalTime()
    }

    func write(to row: inout RowWriter) {
        row.add(profile)
        row.add(statementAt)
        row.add(sessionAt)
        row.add(pinDigest)
        row.add(failures)
        row.add(blockedUntil)
    }
}

extension PublicKeyRecord: StoredRecord {
    static let table = "public_key"
    static let order = "id"
    static let columns = ["id INTEGER PRIMARY KEY", "pem TEXT NOT NULL", "added_at INTEGER NOT NULL"]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(id: try row.integer(), pem: try row.text(), addedAt: try row.time())
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(pem)
        row.add(addedAt)
    }
}

extension AccessTokenRecord: StoredRecord {
    static let table = "access_token"
    static let order = "id"
    static let columns = [
        "id INTEGER PRIMARY KEY", "digest TEXT NOT NULL UNIQUE", "kind TEXT NOT NULL", "created_at INTEGER NOT NULL",
        "expires_at INTEGER",
    ]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            id: try row.integer(), digest: try row.text(), kind: try row.word(Kind.self), createdAt: try row.time(),
            expiresAt: try row.optionalTime())
    }

    func write(to row: inout RowWriter) {
        row.add(id)
        row.add(digest)
        row.add(kind.rawValue)
        row.add(createdAt)
        row.add(expiresAt)
    }
}
