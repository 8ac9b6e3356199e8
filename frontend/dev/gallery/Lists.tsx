import { useState } from 'react';
import type { SavedView } from '../../src/api/types';
import { Button } from '../../src/ui/Button';
import { Money } from '../../src/ui/data/Money';
import { Pill } from '../../src/ui/data/Pill';
import { Score } from '../../src/ui/data/Score';
import { Time } from '../../src/ui/data/Time';
import { Empty } from '../../src/ui/feedback/Empty';
import { Chips } from '../../src/ui/list/Chips';
import { KeptViewsContext } from '../../src/ui/list/keptViews';
import { ListPage } from '../../src/ui/list/ListPage';
import type { ListSearch } from '../../src/ui/list/listSearch';
import { PlainTable } from '../../src/ui/list/PlainTable';
import type { Column } from '../../src/ui/list/Table';
import { Tabs } from '../../src/ui/list/Tabs';
import { Sample } from './Sample';
import { type Person, people } from './samples';

const columns: Column<Person>[] = [
  { key: 'name', head: '姓名', cell: ({ name }) => name, isSortable: true },
  { key: 'mobile', head: '手机号', cell: ({ mobile }) => mobile, isExtra: true },
  { key: 'township', head: '镇街道', cell: ({ township }) => township },
  { key: 'state', head: '状态', cell: ({ state }) => <Pill>{state}</Pill> },
  { key: 'score', head: '最好匹配', cell: ({ score }) => <Score value={score} /> },
  {
    key: 'pay',
    head: '期望月薪（元）',
    cell: ({ payFen }) => <Money fen={payFen} isBare />,
    isNumber: true,
    isSortable: true,
  },
  { key: 'seen', head: '最近联系', cell: ({ seen }) => <Time at={seen} />, isSortable: true },
];

const kept: SavedView[] = [
  { id: '1', list: 'people', name: '我存的：求职中', query: 'state=求职中', created_at: '' },
];

type Search = ListSearch & { state?: string | undefined };

export function Lists() {
  const [search, setSearch] = useState<Search>({ sort: '-pay' });
  const [tab, setTab] = useState<'exceptions' | 'all'>('exceptions');
  const [chip, setChip] = useState('');
  const items = people.filter(({ state }) => !search.state || state === search.state);
  return (
    <>
      <KeptViewsContext value={{ views: kept, keep: async () => {}, drop: () => {} }}>
        <ListPage<Person, Search>
          id="people"
          title="老兵名册"
          lead="列表页：筛选、排序、翻页、选中和打开的那一条都在网址里。"
          actions={<Button>登记老兵</Button>}
          search={search}
          onSearch={setSearch}
          searchLabel="姓名、手机号后四位"
          filters={[
            {
              key: 'state',
              label: '状态',
              options: ['待核验', '求职中', '已推荐', '已就业'].map((value) => ({
                value,
                label: value,
              })),
            },
          ]}
          views={[
            { label: '全部', search: {} },
            { label: '待核验', search: { state: '待核验' }, count: 2 },
          ]}
          answer={{
            data: { items, total: items.length, next: 'x' },
            error: null,
            isPending: false,
            refetch: () => {},
          }}
          columns={columns}
          keyOf={({ id }) => id}
          linkOf={() => ({ to: '/' })}
          count={(n) => `共 ${n} 人`}
          empty={<Empty title="名册里还没有人">从表格导入，或者登记第一位老兵。</Empty>}
          selection={(keys) => <Button variant="secondary">推荐这 {keys.length} 人</Button>}
          onExport={async () => {}}
        />
      </KeptViewsContext>
      <Sample name="Tabs">
        <Tabs
          label="批次内容"
          current={tab}
          onChange={setTab}
          tabs={[
            { key: 'exceptions', label: '例外', count: 3 },
            { key: 'all', label: '全部', count: 143 },
          ]}
        >
          <p>{tab === 'exceptions' ? '先看例外。' : '全部 143 笔。'}</p>
        </Tabs>
      </Sample>
      <Sample name="Chips">
        <Chips
          label="状态"
          value={chip}
          onChange={setChip}
          choices={[
            { value: '', label: '全部', count: 17 },
            { value: 'new', label: '新投递', count: 6 },
            { value: 'talk', label: '沟通中', count: 5 },
          ]}
        />
      </Sample>
      <Sample name="PlainTable：看和打印">
        <PlainTable
          caption="贴息计算"
          rows={people.slice(0, 3)}
          keyOf={({ id }) => id}
          columns={[
            { key: 'name', head: '户名', cell: ({ name }) => name, foot: '合计' },
            { key: 'place', head: '镇街道', cell: ({ township }) => township },
            {
              key: 'fen',
              head: '本期（元）',
              isNumber: true,
              cell: ({ payFen }) => <Money fen={payFen} isBare />,
              foot: <Money fen={1_837_650} isBare />,
            },
          ]}
        />
      </Sample>
    </>
  );
}
