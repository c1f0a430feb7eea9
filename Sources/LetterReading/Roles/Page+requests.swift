extension Page {
  /// Whether words are quoted of the request.
  func quotesRequest(_ range: Range<Int>) -> Bool {
    let after = requests.partitioningIndex { $0.lowerBound > range.lowerBound }
    return after > 0 && requests[after - 1].upperBound > range.lowerBound
  }
}
