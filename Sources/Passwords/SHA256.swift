import CSodium

/// The SHA-256 digest of bytes as 64 hexadecimal digits: what `sha256sum` prints, so that anybody can
/// check a letter against the history (FIPS 180-4).
public func sha256(_ bytes: some Collection<UInt8>) -> String {
  Sodium.start()
  var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
  let message = Array(bytes)
  crypto_hash_sha256(&digest, message, UInt64(message.count))
  return hexadecimal(digest)
}

/// Bytes as hexadecimal digits in lower case.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.reduce(into: "") { text, byte in
    text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
