# make run    the workbench on 127.0.0.1:8080, with a demonstration authority
# make test   everything: layout, build without warnings, tests, browser tests
# make engine the engine's tests alone, in seconds
# make bench  the benchmarks

BUILD ?= .build
SWIFT_SOURCES := $(shell find Sources Plugins Package.swift -type f 2>/dev/null)

.PHONY: run test engine bench format lint clean

run: $(BUILD)/release/steelyard
	@$(BUILD)/release/steelyard serve --demonstration --data ./data

$(BUILD)/release/steelyard: $(SWIFT_SOURCES)
	@scripts/install-packages $$(cat scripts/packages)
	swift build -c release --product steelyard --scratch-path $(BUILD)
	@touch $@

test:
	@scripts/test

engine:
	STEELYARD_ENGINE=1 swift test --disable-xctest --scratch-path $(BUILD)-engine

bench: $(BUILD)/release/steelyard
	@Benchmarks/run

format:
	swift format -i --recursive Sources Tests Plugins Package.swift

lint:
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

clean:
	rm -rf $(BUILD) $(BUILD)-engine
