package io.quaestor.audit.calibrate;

import io.quaestor.tables.CalibrationAudit;
import io.quaestor.tables.CalibrationItem;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/**
 * What an auditor says of an item by a criterion whose truth there is known. Public because the
 * code that Spark generates makes it.
 *
 * @param defect the kind that breaks the criterion; null where the criterion holds
 * @param holds null when it does not say
 */
public record Vote(String itemId, String auditor, String criterion, String defect, Boolean holds) {

  /**
   * An item tells of the criterion that its defect breaks, or of all when it is untouched. What a
   * planted defect means for other criteria is not known.
   *
   * @param criteria by auditor
   */
  record Of(HashMap<String, ArrayList<String>> criteria)
      implements FlatMapFunction<Tuple2<CalibrationItem, CalibrationAudit>, Vote>, Serializable {
    @Override
    public Iterator<Vote> call(Tuple2<CalibrationItem, CalibrationAudit> pair) {
      CalibrationItem item = pair._1();
      CalibrationAudit audit = pair._2();
      List<Vote> votes = new ArrayList<>();
      for (String criterion : criteria.get(audit.auditor())) {
        if (item.defect() == null || item.criterion().equals(criterion)) {
          Boolean holds = audit.gateCriteria().get(criterion);
          holds = holds == null ? audit.softCriteria().get(criterion) : holds;
          votes.add(new Vote(item.itemId(), audit.auditor(), criterion, item.defect(), holds));
        }
      }
      return votes.iterator();
    }
  }
}
