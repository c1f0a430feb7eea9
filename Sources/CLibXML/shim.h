// Empty on purpose: the target CMarkup takes only the compiler's and the linker's settings from here.
// The headers of libxml2 bring ICU's, which collide with those of Foundation.
