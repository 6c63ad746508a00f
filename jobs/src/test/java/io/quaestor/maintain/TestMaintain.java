package io.quaestor.maintain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.Progress;
import io.quaestor.TestSession;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.NearDuplicate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMaintain {
  @TempDir Path folder;

  @Test
  void smallFilesArePutTogetherAndOldHistoryIsRemoved() {
    Lake lake = Lake.open(TestSession.small(), folder.resolve("warehouse").toString());
    for (String id : List.of("q1", "q2", "q3")) {
      NearDuplicate row = new NearDuplicate(id, "q0", 0.9, true);
      lake.add(
          Tables.NEAR_DUPLICATES,
          lake.spark().createDataset(List.of(row), RecordEncoder.of(NearDuplicate.class)));
    }
    MaintainJob job = new MaintainJob(lake, Progress.SILENT);
    JobOutcome plan = job.execute(new MaintainOptions(Duration.ofDays(7), false, true));
    assertEquals("{tables=1, files_before=3, files_after=3, removed=0}", plan.counts().toString());
    JobOutcome done = job.execute(new MaintainOptions(Duration.ZERO, true, false));
    assertEquals("{tables=1, files_before=3, files_after=1, removed=3}", done.counts().toString());
    assertEquals(3, lake.rows(Tables.NEAR_DUPLICATES).count());
  }

  @Test
  void lessHistoryThanIsSafeHasToBeMeant() {
    JobException refused =
        assertThrows(
            JobException.class, () -> new MaintainOptions(Duration.ofHours(2), false, false));
    assertEquals("History of 2 hours is less than the safe 168", refused.getMessage());
  }
}
