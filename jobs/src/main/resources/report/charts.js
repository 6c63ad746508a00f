'use strict';
// Colours are CSS variables, so that light, dark and print need no redrawing.
(function () {
  const ROLES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
  const SHAPES = ['circle', 'diamond', 'triangle', 'rect', 'roundRect', 'pin'];
  const STEPS = 7;
  const PRINTED = 700;
  const NONE = '\u2013';
  const ink = 'var(--ink)';
  const family = getComputedStyle(document.body).fontFamily;
  const text = { color: ink, fontFamily: family, fontSize: 12, lineHeight: 15 };
  const rule = { lineStyle: { color: 'var(--rule)' } };
  const edge = { onZero: false, lineStyle: rule.lineStyle };

  const colour = role => 'var(--chart-' + role + ')';
  const slot = series => colour(ROLES[series.slot % ROLES.length]);
  const labels = width => Math.min(230, width * 0.38);

  function legend(names, width) {
    return { show: names.length > 1, data: names, type: 'plain', top: 0, left: 0, textStyle: text,
      itemWidth: 14, itemHeight: 12, itemGap: 16, width: width - 8 };
  }

  function room(names, width) {
    if (names.length < 2) {
      return 8;
    }
    const letters = names.reduce((sum, name) => sum + name.length * 7 + 38, 0);
    return 16 + 24 * Math.ceil(letters / width);
  }

  function tip(lines) {
    const box = document.createElement('div');
    lines.forEach(line => box.appendChild(document.createElement('div')).textContent = line);
    return box;
  }

  function base(chart, names, width) {
    return {
      animation: false,
      textStyle: { fontFamily: family },
      aria: { enabled: false },
      legend: legend(names, width),
      tooltip: { confine: true, backgroundColor: 'var(--panel)', borderColor: 'var(--rule)', textStyle: text },
      grid: { left: 4, right: 24, top: room(names, width), bottom: 4, containLabel: true }
    };
  }

  function categories(list, width) {
    return { type: 'category', inverse: true, data: list,
      axisLabel: Object.assign({}, text, { width: labels(width), overflow: 'truncate', interval: 0 }),
      axisTick: { show: false }, axisLine: edge };
  }

  // Marks stand at places of their own along an axis of categories.
  function places(count, inverse) {
    return { type: 'value', min: -0.5, max: count - 0.5, inverse: inverse, show: false };
  }

  function shares(width) {
    return { type: 'value', min: 0, axisTick: { show: false }, splitNumber: width < 480 ? 3 : 6, splitLine: rule,
      max: range => range.max > 75 ? 100 : null,
      axisLine: { show: false },
      axisLabel: Object.assign({}, text, { formatter: '{value}%' }) };
  }

  function bars(chart, width) {
    const names = chart.series.map(series => series.name);
    const option = base(chart, names, width);
    option.tooltip.trigger = 'axis';
    option.tooltip.axisPointer = { type: 'shadow' };
    option.tooltip.valueFormatter =
      value => value == null ? NONE : value.toLocaleString('en') + chart.unit;
    option.xAxis = { type: 'value', minInterval: chart.unit ? 0 : 1, splitNumber: width < 480 ? 3 : 6,
      axisLabel: Object.assign({}, text, { formatter: '{value}' + chart.unit }), splitLine: rule };
    option.yAxis = categories(chart.categories, width);
    option.series = chart.series.map((series, index) => ({
      name: series.name, type: 'bar', stack: chart.stacked ? 'all' : undefined, barMaxWidth: 18,
      data: series.values, emphasis: { disabled: true },
      itemStyle: { borderColor: 'var(--paper)', borderWidth: 0.5,
        color: colour(series.role === 'auto' ? ROLES[index % ROLES.length] : series.role) } }));
    return option;
  }

  function offset(chart, series) {
    const slots = chart.series.map(each => each.slot);
    const count = Math.max.apply(null, slots) + 1;
    return (series.slot - (count - 1) / 2) * Math.min(chart.kind === 'lines' ? 0.04 : 0.24, 0.7 / count);
  }

  // Whiskers are one line with gaps; dots lie over them.
  function marked(chart, series, point) {
    const at = index => index + offset(chart, series);
    const whiskers = [];
    const dots = [];
    series.marks.forEach((mark, index) => {
      if (mark) {
        dots.push({ value: point(mark.value, at(index)), words: mark.text, category: index });
        if (mark.high > mark.low) {
          whiskers.push(point(mark.low, at(index)), point(mark.high, at(index)), ['-', '-']);
        }
      }
    });
    return [
      { name: series.name, type: 'line', data: whiskers, symbol: 'none', silent: true, z: 2,
        tooltip: { show: false }, emphasis: { disabled: true }, legendHoverLink: false,
        lineStyle: { color: slot(series), width: 1.5 }, itemStyle: { color: slot(series) } },
      { name: series.name, type: 'scatter', data: dots, z: series.hollow ? 4 : 3,
        symbol: SHAPES[series.slot % SHAPES.length], symbolSize: (series.hollow ? 14 : 10) + (series.slot % SHAPES.length ? 2 : 0),
        emphasis: { disabled: true }, cursor: 'default',
        itemStyle: series.hollow
          ? { color: 'none', borderColor: slot(series), borderWidth: 1.75, opacity: 1 }
          : { color: slot(series), borderColor: 'var(--paper)', borderWidth: 0.75, opacity: 1 } }
    ];
  }

  function joins(chart) {
    const lines = [];
    chart.categories.forEach((name, index) => {
      const there = chart.series.filter(series => series.marks[index]);
      if (there.length > 1) {
        there.forEach(series =>
          lines.push([series.marks[index].value, index + offset(chart, series)]));
        lines.push(['-', '-']);
      }
    });
    return { type: 'line', data: lines, symbol: 'none', silent: true, z: 1, tooltip: { show: false },
      lineStyle: { color: 'var(--soft)', width: 4, opacity: 0.35 }, emphasis: { disabled: true } };
  }

  function words(chart, label) {
    return point => tip([point.seriesName, label(point.data.category), point.data.words]);
  }

  function legendOf(chart) {
    return chart.series.map(series => ({ name: series.name,
      icon: SHAPES[series.slot % SHAPES.length],
      itemStyle: series.hollow
        ? { color: 'none', borderColor: slot(series), borderWidth: 1.75 } : { color: slot(series) },
      lineStyle: { width: 0 } }));
  }

  function dots(chart, width) {
    const names = chart.series.map(series => series.name);
    const option = base(chart, names, width);
    option.legend.data = legendOf(chart);
    option.tooltip.formatter = words(chart, index => chart.categories[index].replace('\n', ', '));
    option.xAxis = shares(width);
    option.yAxis = [categories(chart.categories, width), places(chart.categories.length, true)];
    option.yAxis[0].splitArea = { show: true, areaStyle: { color: ['transparent', 'var(--band)'] } };
    option.series = chart.series.flatMap(series => marked(chart, series, (share, at) => [share, at]));
    if (chart.joined) {
      option.series.unshift(joins(chart));
    }
    option.series.forEach(series => series.yAxisIndex = 1);
    if (chart.limit != null) {
      option.series[0].markLine = { symbol: 'none', silent: true, data: [{ xAxis: chart.limit }],
        lineStyle: { color: ink, type: 'dashed', width: 1.25 },
        label: Object.assign({}, text, { formatter: chart.limit.toFixed(1) + '%', position: 'insideEndTop', rotate: 0 }) };
      option.xAxis.max = range => Math.max(range.max, 1.4 * chart.limit) > 75 ? 100
        : Math.ceil(Math.max(range.max, 1.4 * chart.limit) / 5) * 5;
    }
    return option;
  }

  function bands(chart) {
    return chart.series.flatMap(series => ['low', 'high'].map((end, index) => ({
      type: 'line', stack: 'band' + series.slot, symbol: 'none', silent: true, xAxisIndex: 0,
      tooltip: { show: false }, lineStyle: { opacity: 0 }, emphasis: { disabled: true },
      data: series.marks.map(mark => mark ? (index ? mark.high - mark.low : mark.low) : '-'),
      areaStyle: index ? { color: slot(series), opacity: 0.16 } : { opacity: 0 } })));
  }

  function lines(chart, width) {
    const names = chart.series.map(series => series.name);
    const option = base(chart, names, width);
    const few = chart.categories.length <= 15;
    option.legend.data = legendOf(chart);
    option.tooltip.formatter = words(chart, index => chart.categories[index]);
    option.xAxis = [
      { type: 'category', data: chart.categories, axisTick: { show: false }, axisLine: edge,
        axisLabel: Object.assign({}, text, { hideOverlap: true }) },
      places(chart.categories.length, false)];
    option.yAxis = Object.assign(shares(width), { scale: true, min: null });
    const pointed = chart.series.flatMap(series => {
      const both = marked(chart, series, (share, at) => [at, share]);
      const path = { name: series.name, type: 'line', symbol: 'none', silent: true, z: 2,
        data: series.marks.map((mark, index) => mark ? [index + offset(chart, series), mark.value] : ['-', '-']),
        tooltip: { show: false }, emphasis: { disabled: true }, legendHoverLink: false,
        lineStyle: { color: slot(series), width: 1.5, type: 'solid' }, itemStyle: { color: slot(series) } };
      return few ? [both[0], path, both[1]] : [path, both[1]];
    });
    pointed.forEach(series => series.xAxisIndex = 1);
    option.series = few ? pointed : bands(chart).concat(pointed);
    return option;
  }

  function heat(chart, width) {
    const option = base(chart, [], width);
    const left = labels(width);
    const cell = (width - left - 8) / chart.columns.length;
    option.grid = { left: left, right: 8, top: 48, bottom: 8 };
    option.tooltip.formatter = point => tip([chart.rows[point.value[1]],
      chart.columns[point.value[0]].replace('\n', ', '), point.data.words, point.data.detail]);
    option.yAxis = categories(chart.rows, width);
    option.yAxis.axisLine = { show: false };
    option.xAxis = { type: 'category', data: chart.columns, position: 'top', axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: Object.assign({}, text, { interval: 0, width: cell - 4, overflow: 'truncate' }) };
    option.series = [{ type: 'scatter', symbol: 'rect', symbolSize: [cell - 3, 43], cursor: 'default',
      emphasis: { disabled: true }, data: chart.cells.map(each => {
        const step = each.value == null ? 'none' : Math.min(STEPS - 1, Math.floor(each.value * STEPS));
        const fits = cell > 150;
        return { value: [each.column, each.row], words: each.text, detail: each.detail,
          itemStyle: { color: 'var(--heat-' + step + ')', opacity: 1 },
          label: { show: true, formatter: () => fits ? each.text + '\n' + each.detail : each.text,
            color: 'var(--heat-ink-' + step + ')', fontFamily: family, fontSize: 12, lineHeight: 15,
            width: cell - 8, overflow: 'break' } };
      }) }];
    return option;
  }

  const kinds = { bars: bars, dots: dots, lines: lines, heat: heat };
  const drawn = [];
  document.querySelectorAll('.chart').forEach(place => {
    const chart = JSON.parse(place.querySelector('script').textContent);
    const canvas = document.createElement('div');
    canvas.style.height = place.dataset.height + 'px';
    place.appendChild(canvas);
    place.classList.add('drawn');
    drawn.push({ chart: chart, view: echarts.init(canvas, null, { renderer: 'svg' }) });
  });

  function draw(width) {
    drawn.forEach(it => {
      it.view.resize({ width: width > 0 ? width : 'auto' });
      it.view.setOption(kinds[it.chart.kind](it.chart, it.view.getWidth()), true);
    });
  }

  const opened = [];
  draw();
  window.addEventListener('resize', () => draw());
  window.addEventListener('beforeprint', () => {
    document.querySelectorAll('details:not([open])').forEach(each => {
      each.open = true;
      opened.push(each);
    });
    draw(PRINTED);
  });
  window.addEventListener('afterprint', () => {
    opened.splice(0).forEach(each => each.open = false);
    draw();
  });
})();
