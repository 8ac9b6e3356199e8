import { Details } from '../../src/ui/data/Details';
import { Money } from '../../src/ui/data/Money';
import { PrintPage, Signatures } from '../../src/ui/PrintPage';
import { Sample } from './Sample';

export function Paper() {
  return (
    <Sample name="PrintPage、Signatures：A4，打印时只剩这张纸">
      <PrintPage title="2026年11月贴息发放批次单" foot="批次 2026-11，王敏 11月22日 16:20 打印">
        <Details
          items={[
            { label: '笔数', value: '143' },
            { label: '合计', value: <Money fen={18_642_055} withCapitals /> },
          ]}
        />
        <Signatures names={['制单', '复核', '出纳', '负责人']} />
      </PrintPage>
    </Sample>
  );
}
