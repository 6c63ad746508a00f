package io.quaestor.report;

import java.util.List;

/** Questions to open under one title. */
record SpotList(String title, List<Spot> spots) {}
