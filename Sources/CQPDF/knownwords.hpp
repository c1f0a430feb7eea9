// Words that every PDF is written with: keys and values of its dictionaries, operators of its tables of
// characters, and names of letters. A secret that is spelled like one is not found among them.
#ifndef STEELYARD_KNOWNWORDS_H
#define STEELYARD_KNOWNWORDS_H

#include <set>
#include <sstream>
#include <string>

inline const std::set<std::string> &known_words() {
  static const std::set<std::string> words = [] {
    std::istringstream list(R"(
      type catalog pages page kids count parent resources contents mediabox cropbox rotate userunit
      group length filter decodeparms size root xobject subtype form image width height
      bitspercomponent colorspace font basefont firstchar lastchar widths fontdescriptor encoding
      tounicode descendantfonts cidsysteminfo cidtogidmap registry ordering supplement identity
      fontname fontfamily fontstretch fontweight fontbbox fontmatrix charprocs differences flags
      ascent descent capheight xheight stemv stemh italicangle avgwidth maxwidth missingwidth leading
      fontfile fontfile2 fontfile3 charset cidset extgstate pattern shading properties procset text
      imageb imagec imagei devicegray devicergb devicecmyk calgray calrgb iccbased indexed separation
      devicen lab alternate range domain function functiontype functions bounds encode decode
      shadingtype coords extend background antialias patterntype painttype tilingtype xstep ystep
      matrix bbox smask softmask luminosity alpha imagemask mask interpolate intent transparency
      flatedecode lzwdecode dctdecode jpxdecode ccittfaxdecode jbig2decode runlengthdecode
      ascii85decode asciihexdecode predictor columns colors rows blackis1 endofblock endofline
      encodedbytealign colortransform jbig2globals earlychange normal multiply screen overlay darken
      lighten compatible none name names perceptual relativecolorimetric absolutecolorimetric
      saturation truetype type0 type1 type1c type3 mmtype1 cidfonttype0 cidfonttype2 cidfonttype0c
      opentype winansiencoding macromanencoding macexpertencoding standardencoding length1 length2
      length3 metadata steelyardlabel words obj endobj stream endstream xref trailer startxref
      cidinit findresource begin end dict def begincmap endcmap cmapname cmaptype usecmap
      begincodespacerange endcodespacerange beginbfchar endbfchar beginbfrange endbfrange
      begincidrange endcidrange begincidchar endcidchar currentdict defineresource category resource
      adobe ucs usefont wmode cmap defaultgray defaultrgb defaultcmyk default true false null isolated
      knockout whitepoint blackpoint gamma crypt transferfunction halftone notdef
      space exclam quotedbl numbersign dollar percent ampersand quotesingle quoteright quoteleft
      parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six
      seven eight nine colon semicolon less equal greater question bracketleft backslash
      bracketright asciicircum underscore grave braceleft bar braceright asciitilde exclamdown cent
      sterling fraction yen florin section currency quotedblleft quotedblright guillemotleft
      guillemotright guilsinglleft guilsinglright endash emdash dagger daggerdbl periodcentered
      paragraph bullet ellipsis perthousand questiondown acute circumflex tilde macron breve
      dotaccent dieresis ring cedilla hungarumlaut ogonek caron dotlessi germandbls copyright
      registered trademark degree plusminus multiply divide onehalf onequarter threequarters euro
      minus mu nbspace softhyphen sfthyphen
    )");
    std::set<std::string> all;
    std::string word;
    while (list >> word) all.insert(word);
    return all;
  }();
  return words;
}

// A text without the known words, in small letters; what parts words stays as a line end.
inline std::string without_known_words(const std::string &text) {
  std::string result, word;
  auto finish = [&] {
    if (!word.empty() && !known_words().count(word)) result += word + '\n';
    word.clear();
  };
  for (char c : text) {
    bool is_of_word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                      || (c & 0x80);
    if (!is_of_word) {
      finish();
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') result.push_back(c);
    } else {
      word.push_back(c >= 'A' && c <= 'Z' ? char(c + 32) : c);
    }
  }
  finish();
  return result;
}

#endif
