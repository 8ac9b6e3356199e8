import { Bar } from '../../src/ui/data/Bar';
import { Details } from '../../src/ui/data/Details';
import { Facts } from '../../src/ui/data/Facts';
import { Figure, Figures } from '../../src/ui/data/Figure';
import { Masked } from '../../src/ui/data/Masked';
import { Money } from '../../src/ui/data/Money';
import { Pill } from '../../src/ui/data/Pill';
import { QrCode } from '../../src/ui/data/QrCode';
import { Meter, Score } from '../../src/ui/data/Score';
import { Time } from '../../src/ui/data/Time';
import { Timeline } from '../../src/ui/data/Timeline';
import { Grid, Row, Sample } from './Sample';

const hour = 3_600_000;

export function Data() {
  return (
    <>
      <Sample name="Figure：每个数都能点开">
        <Figures>
          <Figure label="推荐就业" value="2,318 人" note="▲ 12%，比去年同期" to="/" />
          <Figure label="稳定就业（6 个月）" value="81.4%" note="目标 80%，已达到" to="/" />
          <Figure label="合计" value={<Money fen={18_642_055} withCapitals />} />
        </Figures>
      </Sample>
      <Grid>
        <Sample name="Pill">
          <Row>
            <Pill>草稿</Pill>
            <Pill tone="info">待复核</Pill>
            <Pill tone="success">已核验</Pill>
            <Pill tone="warn">今天到期</Pill>
            <Pill tone="danger">与另一人同账号</Pill>
            <Pill tone="honor">退役军人优先</Pill>
          </Row>
        </Sample>
        <Sample name="Score、Meter、Bar">
          <Score value={94} />
          <Meter label="经历" value={36} max={40} text="36 / 40" />
          <Meter label="地点" value={0} max={20} text="0 / 20" />
          <Bar label="预算" value={74} max={100} text="已用 74%" />
        </Sample>
        <Sample name="Masked">
          <Details
            items={[
              {
                label: '手机号',
                value: (
                  <Masked
                    label="手机号"
                    masked="138****1234"
                    reveal={async () => '138 0000 1234'}
                  />
                ),
              },
              { label: '身份证号', value: <Masked label="身份证号" masked="3304****1234" /> },
            ]}
          />
        </Sample>
        <Sample name="Money、Time、Facts">
          <Money fen={1_234_560} />
          <Time at={new Date(Date.now() - 3 * hour).toISOString()} />
          <Time at="2026-11-23T06:05:00Z" isFull />
          <Facts facts={['当湖街道', '招 3 人', '11月30日截止']} />
        </Sample>
        <Sample name="QrCode：大的是票，小的在信上；深色里也是白底">
          <QrCode text="https://example.com/t/8K2M4P" label="入场码" code="8K2M 4P" />
          <QrCode text="https://example.com/r/1" label="推荐信" size="small" />
        </Sample>
        <Sample name="Timeline">
          <Timeline
            events={[
              { key: 'a', at: '2026-11-18T02:00:00Z', title: '您投递了简历' },
              { key: 'b', at: '2026-11-19T08:30:00Z', title: '单位看过', note: '王女士，人事' },
              { key: 'c', title: '等单位答复', note: '通常 2 天内', state: 'now' },
              { key: 'd', title: '面试', state: 'next' },
            ]}
          />
        </Sample>
      </Grid>
    </>
  );
}
