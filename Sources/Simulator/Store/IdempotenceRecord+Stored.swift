import WiseAPI

extension IdempotenceRecord: StoredRecord {
    static let table = "idempotence"
    static let order = "uuid, operation, profile"
    static let columns = [
        "uuid TEXT NOT NULL", "operation TEXT NOT NULL", "profile INTEGER NOT NULL REFERENCES profile",
        "status INTEGER NOT NULL", "body BLOB NOT NULL", "request_fingerprint INTEGER NOT NULL", "time INTEGER NOT NULL",
    ]
    static let constraints = ["PRIMARY KEY (uuid, operation, profile)"]

    init(from row: inout RowReader) throws(StoredRecordError) {
        self.init(
            key: Key(uuid: try row.text(), operation: try row.text(), profile: try row.integer()),
            status: try row.integer(), body: try row.bytes(), requestFingerprint: try row.bits(), time: try row.time())
    }

    func write(to row: inout RowWriter) {
        row.add(key.uuid)
        row.add(key.operation)
        row.add(key.profile)
        row.add(status)
        row.add(body)
        row.add(requestFingerprint)
        row.add(time)
    }
}
