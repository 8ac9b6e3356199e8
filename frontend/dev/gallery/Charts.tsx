import { Chart } from '../../src/ui/data/Chart';
import { Grid, Sample } from './Sample';

const towns = [
  '当湖街道',
  '钟埭街道',
  '曹桥街道',
  '乍浦镇',
  '新埭镇',
  '新仓镇',
  '广陈镇',
  '林埭镇',
];
const months = ['1月', '2月', '3月', '4月', '5月', '6月'];

export function Charts() {
  return (
    <Grid>
      <Sample name="Chart：一组柱">
        <Chart
          says="当湖街道推荐就业 1,312 人，在八个镇街里最多"
          figures={{
            kind: 'bar',
            unit: '人',
            across: '镇街',
            labels: towns,
            series: [{ name: '推荐就业', values: [1312, 284, 251, 203, 188, 176, 95, 61] }],
          }}
        />
      </Sample>
      <Sample name="Chart：几组柱">
        <Chart
          says="第二季度的岗位比第一季度多，求职的人差不多"
          figures={{
            kind: 'bar',
            unit: '个',
            across: '季度',
            labels: ['一季度', '二季度'],
            series: [
              { name: '新岗位', values: [486, 612] },
              { name: '续期岗位', values: [203, 221] },
              { name: '暂停岗位', values: [41, 38] },
            ],
          }}
        />
      </Sample>
      <Sample name="Chart：线，缺一个月">
        <Chart
          says="六个月里稳定就业的人从 120 人增加到 188 人，三月没有统计"
          figures={{
            kind: 'line',
            unit: '人',
            across: '月份',
            labels: months,
            series: [
              { name: '退役军人', values: [120, 134, null, 151, 170, 188] },
              { name: '军属', values: [64, 61, 70, 77, 82, 90] },
            ],
          }}
        />
      </Sample>
      <Sample name="Chart：从哪里到哪里">
        <Chart
          says="推荐的 420 人里，168 人上岗"
          figures={{
            kind: 'sankey',
            unit: '人',
            from: '从',
            to: '到',
            flows: [
              { from: '推荐', to: '面试', value: 260 },
              { from: '推荐', to: '没有联系上', value: 90 },
              { from: '推荐', to: '本人不去', value: 70 },
              { from: '面试', to: '上岗', value: 168 },
              { from: '面试', to: '没有录用', value: 92 },
            ],
          }}
        />
      </Sample>
      <Sample name="Chart：超过六组，只有数据">
        <Chart
          says="七种工作里，保安的人最多"
          figures={{
            kind: 'line',
            unit: '人',
            across: '年份',
            labels: ['2025', '2026'],
            series: ['保安', '司机', '电工', '焊工', '厨师', '护理', '仓管'].map((name, at) => ({
              name,
              values: [70 - at * 6, 80 - at * 7],
            })),
          }}
        />
      </Sample>
    </Grid>
  );
}
