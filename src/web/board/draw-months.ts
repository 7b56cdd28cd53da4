import { init } from 'echarts';
import { rateOf, type FigureRow } from '../../domain/figures/figures';

const width = 860;
const height = 300;

/** Tickets of each month as bars, and how many were done in time as a line; drawn here, so that the page needs no script. */
export const drawMonths = (
  months: readonly FigureRow[],
  labels: { readonly tickets: string; readonly onTime: string },
): string => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const percent = (row: FigureRow): number | null => {
    const rate = rateOf(row.onTime);
    return rate === null ? null : Math.round(rate * 100);
  };
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    // A quoted name would end the attribute that it is written into.
    textStyle: { fontFamily: 'system-ui, sans-serif' },
    legend: { data: [labels.tickets, labels.onTime], top: 4 },
    grid: { left: 50, right: 50, top: 44, bottom: 30 },
    xAxis: { type: 'category', data: months.map(({ key }) => key ?? '') },
    yAxis: [
      { type: 'value', minInterval: 1 },
      { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' }, splitLine: { show: false } },
    ],
    series: [
      {
        name: labels.tickets,
        type: 'bar',
        barMaxWidth: 36,
        data: months.map(({ tickets }) => tickets),
        itemStyle: { color: '#0b6b4f' },
      },
      {
        name: labels.onTime,
        type: 'line',
        yAxisIndex: 1,
        data: months.map(percent),
        itemStyle: { color: '#b25c00' },
      },
    ],
  });
  const drawn = chart.renderToSVGString();
  chart.dispose();
  return drawn;
};
