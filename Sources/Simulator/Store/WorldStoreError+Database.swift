import GRDB

extension WorldStoreError {
    /// What an error of the database means for the file at `path`.
    init(_ error: any Error, path: String) {
        self =
            switch error {
            case let error as WorldStoreError: error
            case let error as StoredRecordError: .damaged(path: path, reason: error.description)
            case let error as WorldLoadingError: .damaged(path: path, reason: error.description)
            case let error as DatabaseError: Self.meaning(of: error, path: path)
            default: .failed(path: path, reason: "\(error)")
            }
    }

    private static func meaning(of error: DatabaseError, path: String) -> WorldStoreError {
        let reason = error.message ?? "\(error.resultCode)"
        return switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_SCHEMA, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
            .damaged(path: path, reason: reason)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: .notWritable(path: path, reason: reason)
        case .SQLITE_FULL: .full(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE: .full(path: path)
        default: .failed(path: path, reason: reason)
        }
    }
}
