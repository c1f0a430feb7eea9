// Many texts that are looked for at once: a text is gone through a single time, however many there are.
#ifndef STEELYARD_NEEDLES_H
#define STEELYARD_NEEDLES_H

#include <cstdint>
#include <cstring>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

class Needles {
 public:
  Needles() : starts_(1 << 16) {}

  void add(size_t term, const std::string &text) {
    if (text.empty()) return;
    if (text.size() < 4) {
      short_.push_back({term, text});
      return;
    }
    uint32_t start = start_of(text.data());
    starts_[place_of(start)] = true;
    by_start_[start].push_back({term, text});
  }

  // Notes the terms that stand in a text.
  void look(const std::string &text, std::set<size_t> &found) const {
    for (const Needle &needle : short_)
      if (text.find(needle.text) != std::string::npos) found.insert(needle.term);
    if (by_start_.empty() || text.size() < 4) return;
    for (size_t i = 0; i + 4 <= text.size(); i++) {
      uint32_t start = start_of(text.data() + i);
      if (!starts_[place_of(start)]) continue;
      auto known = by_start_.find(start);
      if (known == by_start_.end()) continue;
      for (const Needle &needle : known->second)
        if (text.compare(i, needle.text.size(), needle.text) == 0) found.insert(needle.term);
    }
  }

 private:
  struct Needle {
    size_t term;
    std::string text;
  };

  static uint32_t start_of(const char *bytes) {
    uint32_t value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
  }

  static size_t place_of(uint32_t start) { return (start * 2654435761u) >> 16; }

  std::vector<Needle> short_;
  // Whether a text begins with bytes of which these are the hash: most places are passed by at once.
  std::vector<bool> starts_;
  std::unordered_map<uint32_t, std::vector<Needle>> by_start_;
};

#endif
