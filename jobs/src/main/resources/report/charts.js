'use strict';
(function () {
  const AUTO = ['first', 'second', 'third', 'fourth'];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  function bar(series, index, stacked) {
    const role = series.role === 'auto' ? AUTO[index % AUTO.length] : series.role;
    return {
      name: series.name,
      type: 'bar',
      stack: stacked ? 'all' : undefined,
      barMaxWidth: 18,
      data: series.values,
      itemStyle: { color: colour('chart-' + role), borderColor: colour('paper'), borderWidth: 0.5 }
    };
  }

  function roomForLegend(chart, width) {
    if (chart.series.length < 2) {
      return 8;
    }
    return chart.series.length * 90 > width ? 60 : 44;
  }

  function option(chart, width) {
    const family = getComputedStyle(document.body).fontFamily;
    const text = { color: colour('ink'), fontFamily: family, fontSize: 12 };
    return {
      animation: false,
      textStyle: { fontFamily: family },
      aria: { enabled: false },
      legend: { show: chart.series.length > 1, type: 'plain', top: 0, left: 0, textStyle: text,
        itemWidth: 12, itemHeight: 12, itemGap: 16 },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true,
        valueFormatter: value => value == null ? '\u2013' : value.toLocaleString('en') + chart.unit },
      grid: { left: 4, right: 24, top: roomForLegend(chart, width), bottom: 4, containLabel: true },
      xAxis: { type: 'value', minInterval: chart.unit ? 0 : 1, splitNumber: width < 480 ? 3 : 6,
        axisLabel: Object.assign({ formatter: '{value}' + chart.unit }, text),
        splitLine: { lineStyle: { color: colour('rule') } } },
      yAxis: { type: 'category', inverse: true, data: chart.categories,
        axisLabel: Object.assign({ width: Math.min(220, width * 0.38), overflow: 'truncate' }, text),
        axisTick: { show: false }, axisLine: { lineStyle: { color: colour('rule') } } },
      series: chart.series.map((series, index) => bar(series, index, chart.stacked))
    };
  }

  const drawn = [];
  document.querySelectorAll('.chart').forEach(place => {
    const chart = JSON.parse(place.querySelector('script').textContent);
    const canvas = document.createElement('div');
    canvas.style.height = place.dataset.height + 'px';
    place.appendChild(canvas);
    place.classList.add('drawn');
    drawn.push({ chart: chart, view: echarts.init(canvas, null, { renderer: 'svg' }) });
  });

  function draw() {
    drawn.forEach(it => {
      it.view.resize();
      it.view.setOption(option(it.chart, it.view.getWidth()), true);
    });
  }

  draw();
  window.addEventListener('resize', draw);
  window.addEventListener('beforeprint', draw);
  window.matchMedia('print').addEventListener('change', draw);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
})();
