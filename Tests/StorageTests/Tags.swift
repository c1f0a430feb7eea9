import Testing

extension Tag {
  /// Takes longer than a fifth of a second.
  @Tag static var slow: Self
}
